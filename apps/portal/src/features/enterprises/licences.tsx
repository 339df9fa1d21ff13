import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ActLinks } from '../../ui/act-links.js';
import { Hash } from '../../ui/hash.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { State } from '../../ui/state.js';
import { useValueText } from '../../ui/use-value-text.js';

/** An enterprise with its sites and licences. */
export type Detail = ReadAnswer<'enterprise'>;

const standing = ({ notBefore, notAfter }: Detail['licences'][number]): string => {
  const today = new Date().toISOString().slice(0, 10);
  if (today > notAfter) return 'expired';
  return today < notBefore ? 'notYetValid' : 'inForce';
};

const Span = ({ from, to }: { from: string; to: string }): ReactElement => (
  <span style={{ whiteSpace: 'nowrap' }}>{`${from} – ${to}`}</span>
);

/** Licences and certificates that an authority has recorded. */
export const Licences = ({
  licences,
  enterprise,
}: Pick<Detail, 'licences'> & { readonly enterprise: string }): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  const scopeOf = (each: string): string => t([`kinds.${each}`, `storages.${each}`], { defaultValue: each });
  return (
    <Section
      title={t('enterprises.licences')}
      aside={<ActLinks offers={[{ act: HEADS.Enterprise.addLicence, fixed: { enterprise } }]} />}
    >
      <RecordTable
        rows={licences}
        rowKey={({ number }) => number}
        empty={t('enterprises.noLicences')}
        columns={[
          [t('cols.number'), ({ number }) => number],
          [t('cols.kind'), ({ kind }) => textOf(kind)],
          [t('fields.scope'), ({ scope }) => scope.map(scopeOf).join(', ') || '–'],
          [t('fields.sites'), ({ sites }) => sites.join(', ') || '–'],
          [t('enterprises.valid'), ({ notBefore, notAfter }) => <Span from={notBefore} to={notAfter} />],
          [t('cols.state'), (licence) => <State value={standing(licence)} />],
          [t('fields.issuedBy'), ({ issuedBy }) => issuedBy],
          [t('cols.block'), ({ block }) => block],
          [t('proof.transaction'), ({ txId }) => <Hash value={txId} />],
        ]}
      />
    </Section>
  );
};
