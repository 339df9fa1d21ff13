import { Stack, Text } from '@mantine/core';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import type { ManifestRecord } from '@yaosu/chaincode/model/waste/manifest-schemas';
import type { Weights } from '@yaosu/chaincode/model/waste/schemas';
import { MANIFEST_ACTS, type ManifestAct, type ManifestState } from '@yaosu/chaincode/model/waste/states';
import { partiesOf } from '@yaosu/chaincode/rules/waste/parties-of';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRecord } from '../../lib/records.js';
import { ActLinks, type Offer } from '../../ui/act-links.js';
import { IncidentsOfLoad } from '../../ui/incidents-of-load.js';
import { Loaded } from '../../ui/loaded.js';
import { PageHead } from '../../ui/page-head.js';
import { Proof } from '../../ui/proof.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { State } from '../../ui/state.js';
import { Differences } from './differences.js';
import { kilograms } from '@yaosu/chaincode/model/kernel/quantity';
import { ManifestWay } from './manifest-way.js';

const STEPS: readonly ManifestAct[] = ['void', 'depart', 'refuseLoading', 'handOver', 'accept', 'close'];

/** The acceptor begins with what was sent. */
const startOf = (step: ManifestAct, { lines }: ManifestRecord): Record<string, unknown> =>
  step === 'accept'
    ? {
        drums: lines.map(({ drum, sent: { gross, tare, net } }) => ({
          drum,
          verdict: 'accepted',
          gross,
          tare,
          net,
        })),
      }
    : {};

const offersOf = (record: ManifestRecord): readonly Offer[] =>
  STEPS.filter((step) => (MANIFEST_ACTS[step] as readonly ManifestState[]).includes(record.state)).map(
    (step) => ({
      act: HEADS.Waste[step],
      fixed: { manifest: record.manifest },
      start: startOf(step, record),
    }),
  );

const weighed = ({ gross, tare, net }: Weights): string => [gross, tare, net].map(kilograms).join(' / ');

const Drums = ({ manifest }: { readonly manifest: ManifestRecord }): ReactElement => {
  const { t } = useTranslation();
  const receivedOf = (drum: string) => manifest.received?.drums.find((each) => each.drum === drum);
  return (
    <Section title={t('waste.weights')}>
      <RecordTable
        rows={manifest.lines}
        rowKey={({ drum }) => drum}
        columns={[
          [t('cols.drum'), ({ drum }) => drum.slice(0, 10)],
          [t('cols.sent'), ({ sent }) => weighed(sent)],
          [
            t('cols.received'),
            ({ drum }) => {
              const came = receivedOf(drum);
              return came === undefined ? '–' : weighed(came);
            },
          ],
          [
            t('cols.verdict'),
            ({ drum }) => {
              const came = receivedOf(drum);
              return came === undefined ? <Text size="sm">–</Text> : <State value={came.verdict} />;
            },
          ],
        ]}
      />
    </Section>
  );
};

/** A manifest: its way, the weights at both ends, and what differs. */
export const ManifestPage = (): ReactElement => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useRecord('man', id);
  return (
    <Loaded query={query}>
      {(record) => (
        <Stack>
          <PageHead
            title={`${t('waste.one')} · ${record.value.code}`}
            state={<State value={record.value.state} />}
          >
            <ActLinks offers={offersOf(record.value)} seen={record} />
          </PageHead>
          <ManifestWay manifest={record.value} />
          <Drums manifest={record.value} />
          <Differences record={record} />
          <IncidentsOfLoad load={{ type: 'man', id }} concerned={partiesOf(record.value)} />
          <Proof txId={record.txId} />
        </Stack>
      )}
    </Loaded>
  );
};
