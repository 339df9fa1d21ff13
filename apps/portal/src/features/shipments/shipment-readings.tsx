import { Group, Stack, Text } from '@mantine/core';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import type { ShipmentRecord } from '@yaosu/chaincode/model/shipment/schemas';
import type { ExcursionRecord, Limit, ProfileRecord } from '@yaosu/chaincode/model/telemetry/schemas';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRecords, type RecordOf } from '../../lib/records.js';
import { useSignedIn } from '../../lib/session.js';
import { ActLinks } from '../../ui/act-links.js';
import { Firm } from '../../ui/firm.js';
import { Loaded } from '../../ui/loaded.js';
import { Moment } from '../../ui/moment.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { Signer } from '../../ui/signer.js';
import { State } from '../../ui/state.js';
import { Statement } from '../../ui/statement.js';
import { useValueText } from '../../ui/use-value-text.js';
import { limitText } from './celsius.js';
import { ShipmentCurve } from './shipment-curve.js';
import { excursionOffers, reportOffers } from './shipment-offers.js';

const Limits = ({ profile }: { readonly profile: ProfileRecord }): ReactElement => {
  const { t } = useTranslation();
  const rows = profile.limits.map((each: Limit, i) => ({ ...each, number: i }));
  return (
    <Stack gap={4}>
      <Text size="sm">{t('shipments.budget', { minutes: profile.budgetMinutes })}</Text>
      <RecordTable
        rows={rows}
        rowKey={({ number }) => String(number)}
        columns={[
          [t('shipments.limits'), limitText],
          [t('fields.maxUnbrokenMinutes'), (row) => row.maxUnbrokenMinutes],
          [t('fields.maxTotalMinutes'), (row) => row.maxTotalMinutes],
        ]}
      />
    </Stack>
  );
};

const Outcome = ({ excursion }: { readonly excursion: ExcursionRecord }): ReactElement => {
  const textOf = useValueText();
  const { disposition } = excursion;
  if (disposition === null) return <State value="pending" />;
  return <>{`${textOf(disposition.outcome)} · ${disposition.deviationNo}`}</>;
};

const Offers = ({ excursion }: { readonly excursion: ExcursionRecord }): ReactElement => {
  const textOf = useValueText();
  return (
    <Stack gap={2}>
      {excursion.offers.map(({ kind, enterprise, state, offeredAt }) => (
        <Group key={offeredAt} gap={4}>
          {textOf(kind)} · <Firm id={enterprise} /> <State value={state} />
        </Group>
      ))}
    </Stack>
  );
};

const useProfile = ({ profile }: ShipmentRecord): ProfileRecord | undefined =>
  useRecords('prof').data?.find(
    ({ value }) => value.product === profile?.product && value.edition === profile.edition,
  )?.value;

/** What was found; of a logger that was reported, what its holder has said as well. */
const Finding = ({ excursion }: { readonly excursion: ExcursionRecord }): ReactElement => {
  const textOf = useValueText();
  const { kind, report, shipment, episode } = excursion;
  return (
    <Stack gap={2}>
      {textOf(kind)}
      {report !== null && <Signer by={report.by} />}
      {report !== null && <Statement digest={report.reason} record={keyOf('exc', shipment, episode)} />}
    </Stack>
  );
};

const Excursions = ({ rows }: { readonly rows: readonly RecordOf<'exc'>[] }): ReactElement => {
  const { t } = useTranslation();
  return (
    <RecordTable
      rows={rows}
      rowKey={({ key }) => key}
      empty={t('detail.noExcursions')}
      columns={[
        [t('cols.when'), ({ value }) => <Moment at={value.from} />],
        [t('cols.what'), ({ value }) => <Finding excursion={value} />],
        [t('cols.minutes'), ({ value }) => (value.to === null ? '–' : value.minutes)],
        [t('shipments.offers'), ({ value }) => <Offers excursion={value} />],
        [t('cols.outcome'), ({ value }) => <Outcome excursion={value} />],
        [t('fields.stability'), ({ value }) => <Statement digest={value.disposition?.stability ?? null} />],
        [t('cols.block'), ({ block }) => block],
        [t('cols.does'), (record) => <ActLinks offers={excursionOffers(record.value)} seen={record} small />],
      ]}
    />
  );
};

/** What was promised for the way, what was read on it, and the excursions that were found. */
export const ShipmentReadings = ({ shipment }: { readonly shipment: ShipmentRecord }): ReactElement => {
  const { t } = useTranslation();
  const { enterprise } = useSignedIn();
  const query = useRecords('exc');
  const profile = useProfile(shipment);
  const own = query.data?.filter(({ value }) => value.shipment === shipment.shipment) ?? [];
  const excursions = own.map(({ value }) => value);
  const reports = shipment.holder === enterprise ? reportOffers(shipment, excursions) : [];
  return (
    <Section title={t('detail.readings')} aside={<ActLinks offers={reports} />}>
      {profile !== undefined && <Limits profile={profile} />}
      <ShipmentCurve shipment={shipment} profile={profile} excursions={excursions} />
      <Loaded query={query}>{() => <Excursions rows={own} />}</Loaded>
    </Section>
  );
};
