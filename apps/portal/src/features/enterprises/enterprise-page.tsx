import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import { api } from '../../lib/api.js';
import { SEEN_ANEW } from '../../lib/records.js';
import { useSignedIn } from '../../lib/session.js';
import { ActLinks } from '../../ui/act-links.js';
import { Facts } from '../../ui/facts.js';
import { Hash } from '../../ui/hash.js';
import { Loaded } from '../../ui/loaded.js';
import { PageHead } from '../../ui/page-head.js';
import { Proof } from '../../ui/proof.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { useValueText } from '../../ui/use-value-text.js';
import { ApprovedSuppliers } from './approved-suppliers.js';
import { Keys } from './keys.js';
import { Licences, type Detail } from './licences.js';
import { Roles } from './roles.js';

const Sites = ({ sites, enterprise, isOwn }: Pick<Detail, 'sites'> & OfFirm): ReactElement => {
  const { t } = useTranslation();
  return (
    <Section
      title={t('enterprises.sites')}
      aside={isOwn && <ActLinks offers={[{ act: HEADS.Enterprise.addSite, fixed: { enterprise } }]} />}
    >
      <RecordTable
        rows={sites}
        rowKey={({ gln }) => gln}
        empty={t('enterprises.noSites')}
        columns={[
          [t('fields.name'), ({ name }) => name],
          ['GLN', ({ gln }) => gln],
          [t('fields.address'), ({ address }) => address],
          [t('fields.area'), ({ area }) => area],
          [t('cols.block'), ({ block }) => block],
          [t('proof.transaction'), ({ txId }) => <Hash value={txId} />],
        ]}
      />
    </Section>
  );
};

const Prefixes = ({ companyPrefixes, enterprise }: Pick<Detail, 'companyPrefixes'> & OfId): ReactElement => {
  const { t } = useTranslation();
  return (
    <Section
      title={t('enterprises.prefixes')}
      aside={<ActLinks offers={[{ act: HEADS.Enterprise.assignPrefix, fixed: { enterprise } }]} />}
    >
      <RecordTable
        rows={companyPrefixes}
        rowKey={({ companyPrefix }) => companyPrefix}
        empty={t('enterprises.noPrefixes')}
        columns={[
          [t('fields.companyPrefix'), ({ companyPrefix }) => companyPrefix],
          [t('cols.block'), ({ block }) => block],
          [t('proof.transaction'), ({ txId }) => <Hash value={txId} />],
        ]}
      />
    </Section>
  );
};

type OfId = Pick<OfFirm, 'enterprise'>;

interface OfFirm {
  readonly enterprise: string;
  /** The person's own enterprise. */
  readonly isOwn: boolean;
}

/** An enterprise: what it is, where, by which licences, who speaks for it; for its own people the approved suppliers. */
export const EnterprisePage = (): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  const { enterprise: own } = useSignedIn();
  const { id = '' } = useParams();
  const query = useQuery({
    ...SEEN_ANEW,
    queryKey: ['enterprise', id],
    queryFn: () => api.read('enterprise', { id }),
  });
  return (
    <Loaded query={query}>
      {({ enterprise: firm, sites, licences, companyPrefixes }) => (
        <Stack>
          <PageHead title={firm.name} state={<Roles roles={firm.roles} />} />
          <Section title={t('detail.facts')}>
            <Facts
              facts={[
                [t('enterprises.id'), firm.enterprise],
                [t('enterprises.host'), firm.hostMsp],
                [
                  t('enterprises.authority'),
                  firm.authority === null
                    ? '–'
                    : `${textOf(firm.authority.subject)} · ${firm.authority.area}`,
                ],
              ]}
            />
          </Section>
          <Sites sites={sites} enterprise={id} isOwn={id === own} />
          <Licences licences={licences} enterprise={id} />
          <Prefixes companyPrefixes={companyPrefixes} enterprise={id} />
          <Keys enterprise={id} isOwn={id === own} />
          {id === own && <ApprovedSuppliers />}
          <Proof txId={firm.txId} />
        </Stack>
      )}
    </Loaded>
  );
};
