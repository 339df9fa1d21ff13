import { Stack } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../ui/facts.js';
import { Moment } from '../../ui/moment.js';
import { RecordTable } from '../../ui/record-table.js';
import type { SensorElement } from './event-view.js';
import { withUnit } from './unit-sign.js';
import { useTermText } from './use-term-text.js';

type Report = SensorElement['sensorReport'][number];

const NUMBERS = [
  ['value', 'value'],
  ['minValue', 'least'],
  ['maxValue', 'greatest'],
  ['meanValue', 'mean'],
  ['sDev', 'deviation'],
] as const;

/** What was measured; numbers with their unit. */
const useMeasured = (): ((report: Report) => string) => {
  const { t } = useTranslation();
  return (report) => {
    const { uom, stringValue, booleanValue, hexBinaryValue, uriValue, percValue, percRank } = report;
    const numbers = NUMBERS.flatMap(([field, word]) => {
      const value = report[field];
      if (value === undefined) return [];
      const told = withUnit(value, uom);
      return [field === 'value' ? told : t(`events.sensor.${word}`, { value: told })];
    });
    const percentile =
      percRank === undefined || percValue === undefined
        ? []
        : [t('events.sensor.percentile', { rank: percRank, value: withUnit(percValue, uom) })];
    const others = [stringValue, booleanValue, hexBinaryValue, uriValue].flatMap((each) =>
      each === undefined ? [] : [String(each)],
    );
    return [...numbers, ...percentile, ...others].join('; ') || '–';
  };
};

const Element = ({ element }: { readonly element: SensorElement }): ReactElement => {
  const { t } = useTranslation();
  const termText = useTermText();
  const measured = useMeasured();
  const { sensorMetadata: about = {}, sensorReport } = element;
  const moments = [
    [t('cols.when'), about.time],
    [t('cols.from'), about.startTime],
    [t('cols.to'), about.endTime],
  ] as const;
  const facts = [
    ...(about.deviceID === undefined ? [] : ([[t('events.sensor.device'), about.deviceID]] as const)),
    ...moments.flatMap(([name, at]) =>
      at === undefined ? [] : ([[name, <Moment key={name} at={at} />]] as const),
    ),
  ];
  return (
    <Stack gap="xs">
      <Facts facts={facts} />
      <RecordTable
        rows={sensorReport.map((report, at) => ({ ...report, at }))}
        rowKey={({ at }) => String(at)}
        columns={[
          [t('events.sensor.what'), ({ type }) => termText('measurement', type)],
          [t('events.sensor.measured'), (report) => measured(report)],
          [t('cols.when'), ({ time }) => <Moment at={time ?? null} />],
          [t('events.sensor.device'), ({ deviceID }) => deviceID ?? '–'],
          [t('events.sensor.exception'), ({ exception }) => exception ?? '–'],
        ]}
      />
    </Stack>
  );
};

/** What sensors told of an event. */
export const EventSensors = ({ elements }: { readonly elements: readonly SensorElement[] }): ReactElement => (
  <Stack>
    {elements.map((element, at) => (
      <Element key={String(at)} element={element} />
    ))}
  </Stack>
);
