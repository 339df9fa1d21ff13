import { Anchor, Stack, Tabs } from '@mantine/core';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import type { DrumRecord } from '@yaosu/chaincode/model/waste/schemas';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRecordPages } from '../../lib/records.js';
import { ActLinks, type Offer } from '../../ui/act-links.js';
import { Firm } from '../../ui/firm.js';
import { Moment } from '../../ui/moment.js';
import { PageHead } from '../../ui/page-head.js';
import { RecordList } from '../../ui/record-list.js';
import { Site } from '../../ui/site.js';
import { State } from '../../ui/state.js';
import { useValueText } from '../../ui/use-value-text.js';
import { kilograms } from '@yaosu/chaincode/model/kernel/quantity';

const SHOWN = 10;

const Manifests = (): ReactElement => {
  const { t } = useTranslation();
  return (
    <RecordList
      query={useRecordPages('man')}
      empty={t('waste.noManifests')}
      columns={[
        [
          t('cols.number'),
          ({ value }) => (
            <Anchor component={Link} to={`/waste/${value.manifest}`} size="sm" ff="monospace">
              {value.manifest.slice(0, SHOWN)}
            </Anchor>
          ),
        ],
        [t('cols.code'), ({ value }) => value.code],
        [t('cols.generator'), ({ value }) => <Firm id={value.generator} />],
        [t('cols.carrier'), ({ value }) => <Firm id={value.carrier} />],
        [t('cols.disposer'), ({ value }) => <Firm id={value.disposer} />],
        [t('waste.differences'), ({ value }) => value.differences.length],
        [t('cols.state'), ({ value }) => <State value={value.state} />],
        [t('cols.block'), ({ block }) => block],
      ]}
    />
  );
};

const drumOffers = ({ drum, state, tare }: DrumRecord): readonly Offer[] =>
  state === 'open'
    ? [
        { act: HEADS.Waste.fill, fixed: { drum } },
        { act: HEADS.Waste.seal, fixed: { drum }, start: { tare } },
      ]
    : [];

const Drums = (): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  return (
    <RecordList
      query={useRecordPages('drum')}
      empty={t('waste.noDrums')}
      columns={[
        [t('cols.drum'), ({ value }) => value.drum.slice(0, SHOWN)],
        [t('cols.kind'), ({ value }) => textOf(value.kind)],
        [t('fields.net'), ({ value }) => (value.sealed === null ? '–' : kilograms(value.sealed.net))],
        [t('cols.opened'), ({ value }) => <Moment at={value.openedAt} />],
        [t('cols.state'), ({ value }) => <State value={value.state} />],
        [t('cols.block'), ({ block }) => block],
        [t('cols.does'), (record) => <ActLinks offers={drumOffers(record.value)} seen={record} small />],
      ]}
    />
  );
};

const Streams = (): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  return (
    <RecordList
      query={useRecordPages('stream')}
      empty={t('waste.noStreams')}
      columns={[
        [t('cols.code'), ({ value }) => value.code],
        [t('fields.form'), ({ value }) => textOf(value.form)],
        [t('fields.hazards'), ({ value }) => value.hazards.map((each) => textOf(each, 'hazards')).join(', ')],
        [t('fields.dangerousClass'), ({ value }) => value.dangerousClass],
        [t('cols.site'), ({ value }) => <Site of={value.generator} gln={value.site} />],
        [t('cols.block'), ({ block }) => block],
        [
          t('cols.does'),
          ({ value }) => (
            <ActLinks offers={[{ act: HEADS.Waste.open, fixed: { stream: value.stream } }]} small />
          ),
        ],
      ]}
    />
  );
};

const Plans = (): ReactElement => {
  const { t } = useTranslation();
  return (
    <RecordList
      query={useRecordPages('plan')}
      empty={t('waste.noPlans')}
      columns={[
        [t('cols.year'), ({ value }) => value.year],
        [t('cols.code'), ({ value }) => value.code],
        [t('cols.generator'), ({ value }) => <Firm id={value.generator} />],
        [t('cols.disposer'), ({ value }) => <Firm id={value.disposer} />],
        [t('cols.planned'), ({ value }) => kilograms(value.planned)],
        [
          t('cols.left'),
          ({ value }) =>
            kilograms(String(BigInt(value.planned) - BigInt(value.reserved) - BigInt(value.settled))),
        ],
        [t('cols.block'), ({ block }) => block],
      ]}
    />
  );
};

const PARTS = { manifests: Manifests, drums: Drums, streams: Streams, plans: Plans } as const;

/** Hazardous waste: manifests, and for generators drums, streams and plans. */
export const WastePage = (): ReactElement => {
  const { t } = useTranslation();
  const { createManifest, registerStream, plan } = HEADS.Waste;
  return (
    <Stack>
      <PageHead title={t('waste.title')}>
        <ActLinks offers={[createManifest, registerStream, plan].map((act) => ({ act }))} />
      </PageHead>
      <Tabs defaultValue="manifests" keepMounted={false}>
        <Tabs.List mb="md">
          {Object.keys(PARTS).map((part) => (
            <Tabs.Tab key={part} value={part}>
              {t(`waste.${part}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {Object.entries(PARTS).map(([part, Part]) => (
          <Tabs.Panel key={part} value={part}>
            <Part />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Stack>
  );
};
