import { Group, Stack } from '@mantine/core';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DrillBadge } from './drill-badge.js';
import { Hash } from './hash.js';
import { Moment } from './moment.js';
import { RecordTable } from './record-table.js';
import { Signer } from './signer.js';
import { useActName } from './use-act-name.js';

type Line = ReadAnswer<'trail'>['lines'][number];

/** Transactions: what was done, by whom, when, and where it stands on the ledger. */
export const TrailTable = ({ lines }: { readonly lines: readonly Line[] }): ReactElement => {
  const { t } = useTranslation();
  const nameOf = useActName();
  return (
    <RecordTable
      rows={lines}
      rowKey={({ txId }) => txId}
      columns={[
        [t('cols.block'), ({ block }) => block],
        [
          t('cols.act'),
          (line) => (
            <Group gap="xs">
              <span title={`${line.contract}.${line.act}`}>{nameOf(line.contract, line.act)}</span>
              <DrillBadge of={line} />
            </Group>
          ),
        ],
        [
          t('cols.who'),
          ({ signers }) => (
            <Stack gap={0}>
              {signers.map(({ enterprise, kid }) => (
                <span key={kid}>
                  <Signer by={{ enterprise, kid, person: null }} />
                </span>
              ))}
            </Stack>
          ),
        ],
        [t('cols.when'), ({ at }) => <Moment at={at} />],
        [t('proof.transaction'), ({ txId }) => <Hash value={txId} />],
      ]}
    />
  );
};
