import { Stack, Text } from '@mantine/core';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import type { QualityRecord } from '@yaosu/chaincode/model/quality/schemas';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRecords, type RecordOf } from '../../lib/records.js';
import { ActLinks, type Offer } from '../../ui/act-links.js';
import { Loaded } from '../../ui/loaded.js';
import { Moment } from '../../ui/moment.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { Signer } from '../../ui/signer.js';
import { State } from '../../ui/state.js';
import { Statement } from '../../ui/statement.js';
import { useValueText } from '../../ui/use-value-text.js';
import { qualityOffers } from './batch-offers.js';

type Batch = ReadAnswer<'batch'>['batch'];

/** A verdict, a number, or a quantity: what one sees at a glance. */
const Gist = ({ record }: { readonly record: QualityRecord }): ReactElement => {
  const textOf = useValueText();
  if (record.kind === 'result') return <State value={record.verdict} />;
  if (record.kind === 'sample') return <>{`${record.quantity} ${textOf(record.unit)}`}</>;
  if (record.kind === 'review') return <>–</>;
  return (
    <>
      {record.number} · {textOf(record.deviation)} <State value={record.severity} />
    </>
  );
};

/** Whether an investigation is still open; null where there is none. */
const openness = (record: QualityRecord): string | null => {
  if (record.kind === 'sample' || record.kind === 'review') return null;
  if (record.kind === 'result' && record.verdict === 'pass') return null;
  return record.closed === null ? 'open' : record.closed.conclusion;
};

const offersOf = (record: QualityRecord): readonly Offer[] => {
  const { batch, cmd } = record;
  if (record.kind === 'sample') return [{ act: HEADS.Quality.result, fixed: { batch, sample: cmd } }];
  if (openness(record) !== 'open') return [];
  return [{ act: HEADS.Quality.close, fixed: { batch, record: cmd } }];
};

const Acts = ({ record }: { readonly record: RecordOf<'qa'> }): ReactElement => (
  <ActLinks offers={offersOf(record.value)} seen={record} small />
);

/** Digests of what was written about a record, in the order of reading. */
const wordsOf = (record: QualityRecord): readonly string[] => {
  if (record.kind === 'result') {
    const { parameter, method, value, limit, closed } = record;
    return [parameter, method, value, limit, ...(closed === null ? [] : [closed.report])];
  }
  if (record.kind === 'review') return [record.report];
  if (record.kind === 'sample') return [];
  return [record.description, ...(record.closed === null ? [] : [record.closed.report])];
};

const Words = ({ record }: { readonly record: QualityRecord }): ReactElement => (
  <Stack gap={0}>
    {wordsOf(record).map((digest) => (
      <Statement key={digest} digest={digest} />
    ))}
  </Stack>
);

/** Samples, results, reviews and deviations of a batch. */
export const BatchQuality = ({ batch }: { readonly batch: Batch }): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  const query = useRecords('qa', batch.batch);
  const seen = { key: `batch~${batch.batch}`, hash: batch.hash };
  return (
    <Section title={t('detail.quality')} aside={<ActLinks offers={qualityOffers(batch)} seen={seen} />}>
      <Loaded query={query} empty={t('detail.noQuality')} isEmpty={(records) => records.length === 0}>
        {(records) => (
          <RecordTable
            rows={records}
            rowKey={({ key }) => key}
            columns={[
              [t('cols.what'), ({ value }) => textOf(value.kind)],
              [t('cols.result'), ({ value }) => <Gist record={value} />],
              [
                t('cols.state'),
                ({ value }) => {
                  const state = openness(value);
                  return state === null ? '–' : <State value={state} />;
                },
              ],
              [t('detail.words'), ({ value }) => <Words record={value} />],
              [t('cols.who'), ({ value }) => <Signer by={value.signedBy} />],
              [t('cols.when'), ({ value }) => <Moment at={value.at} />],
              [t('cols.block'), ({ block }) => <Text size="sm">{block}</Text>],
              [t('cols.does'), (record) => <Acts record={record} />],
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
};
