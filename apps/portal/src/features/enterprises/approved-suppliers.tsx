import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import { api } from '../../lib/api.js';
import { useRecordPages, type RecordOf } from '../../lib/records.js';
import { ActLinks, type Offer } from '../../ui/act-links.js';
import { Firm } from '../../ui/firm.js';
import { Hash } from '../../ui/hash.js';
import { RecordList } from '../../ui/record-list.js';
import { Section } from '../../ui/section.js';
import { Site } from '../../ui/site.js';
import { State } from '../../ui/state.js';

const changeOf = ({ value }: RecordOf<'appr'>): Offer => {
  const { entry, supplier, site, material, standing, nextAudit } = value;
  return {
    act: HEADS.Enterprise.approveSupplier,
    fixed: { entry, supplier, site, material },
    start: { standing, nextAudit },
  };
};

/** After all days that a licence may name. */
const FOR_EVER = '9999-12-31';
const MOST = 200;

/** The first licence of a supplier that runs out and is not renewed, with the way to it. */
const Soonest = ({ supplier }: { readonly supplier: string }): ReactElement => {
  const { data } = useQuery({
    queryKey: ['validity', 'partners'],
    queryFn: async () =>
      (await api.read('validity', {}, { whose: 'partner', until: FOR_EVER, limit: MOST })).papers,
  });
  const first = data?.find(({ firm }) => firm === supplier);
  if (first === undefined) return <>–</>;
  return (
    <>
      <Anchor component={Link} to={`/enterprises/${supplier}`} size="sm" style={{ whiteSpace: 'nowrap' }}>
        {first.validUntil}
      </Anchor>
      <Text size="xs" c={first.daysLeft < 0 ? 'red' : 'dimmed'}>
        {first.number}
      </Text>
    </>
  );
};

/** The own list of approved suppliers: supplier's site by material, with its standing. */
export const ApprovedSuppliers = (): ReactElement => {
  const { t } = useTranslation();
  return (
    <Section
      title={t('enterprises.approved')}
      aside={<ActLinks offers={[{ act: HEADS.Enterprise.approveSupplier }]} />}
    >
      <RecordList
        query={useRecordPages('appr')}
        empty={t('enterprises.noApproved')}
        columns={[
          [t('cols.supplier'), ({ value }) => <Firm id={value.supplier} />],
          [t('cols.site'), ({ value }) => <Site of={value.supplier} gln={value.site} />],
          [t('cols.material'), ({ value }) => <Hash value={value.material} />],
          [t('fields.standing'), ({ value }) => <State value={value.standing} />],
          [t('fields.nextAudit'), ({ value }) => value.nextAudit],
          [t('validity.soonest'), ({ value }) => <Soonest supplier={value.supplier} />],
          [t('cols.block'), ({ block }) => block],
          [t('proof.transaction'), ({ txId }) => <Hash value={txId} />],
          [t('cols.does'), (record) => <ActLinks offers={[changeOf(record)]} seen={record} small />],
        ]}
      />
    </Section>
  );
};
