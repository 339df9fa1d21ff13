import { Group } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import { useRecords } from '../../lib/records.js';
import { ActLinks } from '../../ui/act-links.js';
import { DrillBadge } from '../../ui/drill-badge.js';
import { Loaded } from '../../ui/loaded.js';
import { Moment } from '../../ui/moment.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { Signer } from '../../ui/signer.js';
import { State } from '../../ui/state.js';
import { Statement } from '../../ui/statement.js';

const stopState = ({ lifted, provisional }: { lifted: boolean; provisional: boolean }): string => {
  if (lifted) return 'lifted';
  return provisional ? 'provisional' : 'confirmed';
};

/** Stops of investigations and recalls; a drill's says so. */
const Stops = ({ of }: { readonly of: ReturnType<typeof useRecords<'stop'>> }): ReactElement => {
  const { t } = useTranslation();
  return (
    <Loaded query={of}>
      {(records) =>
        records.length > 0 && (
          <RecordTable
            rows={records}
            rowKey={({ key }) => key}
            columns={[
              [
                t('cols.stopped'),
                ({ value }) => (
                  <Group gap="xs">
                    <State value={stopState(value)} />
                    <DrillBadge of={value} />
                  </Group>
                ),
              ],
              [t('cols.when'), ({ value }) => <Moment at={value.placedAt} />],
              [t('recalls.investigation'), ({ value }) => value.investigation.slice(0, 10)],
              [t('cols.block'), ({ block }) => block],
            ]}
          />
        )
      }
    </Loaded>
  );
};

/** What stands between a batch and its use. */
export const BatchHolds = ({ batch }: { readonly batch: string }): ReactElement => {
  const { t } = useTranslation();
  const holds = useRecords('hold', batch);
  const stops = useRecords('stop', batch);
  const isFree = holds.data?.length === 0 && stops.data?.length === 0;
  return (
    <Section title={t('detail.holds')}>
      {isFree && t('detail.noHolds')}
      <Loaded query={holds}>
        {(records) =>
          records.length > 0 && (
            <RecordTable
              rows={records}
              rowKey={({ key }) => key}
              columns={[
                [t('fields.hold'), ({ value }) => <Signer by={value.placedBy} />],
                [t('fields.reason'), ({ value }) => <Statement digest={value.reason} />],
                [t('cols.when'), ({ value }) => <Moment at={value.placedAt} />],
                [
                  t('cols.state'),
                  ({ value }) => <State value={value.liftedBy === null ? 'open' : 'lifted'} />,
                ],
                [t('cols.block'), ({ block }) => block],
                [
                  t('cols.does'),
                  (record) =>
                    record.value.liftedBy === null && (
                      <ActLinks
                        offers={[{ act: HEADS.Batch.unhold, fixed: { batch, hold: record.value.hold } }]}
                        seen={record}
                        small
                      />
                    ),
                ],
              ]}
            />
          )
        }
      </Loaded>
      <Stops of={stops} />
    </Section>
  );
};
