import { Group, Stack, Text } from '@mantine/core';
import { findAct } from '@yaosu/chaincode/model/acts';
import type { KeyFunction } from '@yaosu/chaincode/model/enterprise/states';
import type { QualityRecord } from '@yaosu/chaincode/model/quality/schemas';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DrillBadge } from '../../ui/drill-badge.js';
import { Hash } from '../../ui/hash.js';
import { Moment } from '../../ui/moment.js';
import { RecordTable } from '../../ui/record-table.js';
import { Signer } from '../../ui/signer.js';
import { Statement } from '../../ui/statement.js';
import { useActName } from '../../ui/use-act-name.js';
import { useValueText } from '../../ui/use-value-text.js';
import { changeOf, type BatchRecords, type Change, type Line } from './trail-changes.js';

interface Props {
  readonly lines: readonly Line[];
  readonly records: BatchRecords;
  readonly review: QualityRecord | undefined;
}

const Changed = ({ from, to }: Change): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  if (to === null) return <>–</>;
  return from === null ? (
    <>{textOf(to)}</>
  ) : (
    <>{t('quality.release.from', { from: textOf(from), to: textOf(to) })}</>
  );
};

/** Functions that a party of an act signs by. */
const functionsOf = ({ contract, act }: Line, role: string): readonly KeyFunction[] =>
  findAct(contract, act)?.parties[role]?.functions ?? [];

const Signers = ({ line }: { readonly line: Line }): ReactElement => {
  const textOf = useValueText();
  return (
    <Stack gap={0}>
      {line.signers.map(({ role, enterprise, kid }) => (
        <div key={kid}>
          <Signer by={{ enterprise, kid, person: null }} />
          <Text size="xs" c="dimmed">
            {functionsOf(line, role)
              .map((each) => textOf(each))
              .join(' · ')}
          </Text>
        </div>
      ))}
    </Stack>
  );
};

/** Acts on a batch in the order of the ledger, those that the last review has seen before the others. */
export const TrailReview = ({ lines, records, review }: Props): ReactElement => {
  const { t } = useTranslation();
  const nameOf = useActName();
  return (
    <RecordTable
      rows={lines}
      rowKey={({ txId }) => txId}
      headingOf={({ at }) =>
        t(`quality.trail.${review !== undefined && at <= review.at ? 'reviewed' : 'unreviewed'}`)
      }
      columns={[
        [t('cols.when'), ({ at }) => <Moment at={at} />],
        [
          t('cols.act'),
          (line) => (
            <Group gap="xs">
              {nameOf(line.contract, line.act)}
              <DrillBadge of={line} />
            </Group>
          ),
        ],
        [t('cols.who'), (line) => <Signers line={line} />],
        [t('quality.trail.change'), (line) => <Changed {...changeOf(line, records)} />],
        [t('quality.trail.reason'), (line) => <Statement digest={changeOf(line, records).reason} />],
        [t('cols.block'), ({ block }) => <Text size="sm">{block}</Text>],
        [t('proof.transaction'), ({ txId }) => <Hash value={txId} />],
      ]}
    />
  );
};
