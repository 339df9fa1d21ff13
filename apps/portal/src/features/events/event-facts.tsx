import { Stack } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../ui/facts.js';
import { Moment } from '../../ui/moment.js';
import { Section } from '../../ui/section.js';
import type { EventView } from './event-view.js';
import { EventSensors } from './event-sensors.js';
import { EventThings } from './event-things.js';
import { Identifier } from './identifier.js';
import { LocalTime } from './local-time.js';
import { Place } from './place.js';
import { useTermText } from './use-term-text.js';

type Fact = readonly [string, ReactNode];
interface Props {
  readonly event: EventView;
}

const listed = (ids: readonly string[]): ReactNode =>
  ids.length === 0 ? (
    '–'
  ) : (
    <Stack gap={6}>
      {ids.map((id) => (
        <Identifier key={id} value={id} />
      ))}
    </Stack>
  );

const usePartyFacts = ({ sourceList, destinationList }: EventView): readonly Fact[] => {
  const { t } = useTranslation();
  const termText = useTermText();
  const told = (side: 'source' | 'destination', type: string, id: string): Fact => [
    t(`events.sides.${side}`, { type: termText('sourceDestination', type) }),
    <Identifier key={id} value={id} />,
  ];
  return [
    ...sourceList.map(({ type, source }) => told('source', type, source)),
    ...destinationList.map(({ type, destination }) => told('destination', type, destination)),
  ];
};

const useReasons = (event: EventView): readonly Fact[] => {
  const { t } = useTranslation();
  const termText = useTermText();
  const { bizStep, disposition, persistentDisposition, bizTransactionList, transformationID } = event;
  const words = (terms: readonly string[]): string =>
    terms.map((term) => termText('disposition', term)).join(', ') || '–';
  return [
    [t('cols.bizStep'), bizStep === undefined ? '–' : termText('bizStep', bizStep)],
    [t('events.disposition'), disposition === undefined ? '–' : termText('disposition', disposition)],
    ...(persistentDisposition === undefined
      ? []
      : ([
          [t('events.setForGood'), words(persistentDisposition.set)],
          [t('events.unset'), words(persistentDisposition.unset)],
        ] as const)),
    ...bizTransactionList.map(({ type, bizTransaction }): Fact => [
      type === undefined ? t('events.transaction') : termText('bizTransaction', type),
      <Identifier key={bizTransaction} value={bizTransaction} />,
    ]),
    ...(transformationID === undefined ? [] : ([[t('events.transformation'), transformationID]] as const)),
  ];
};

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const isName = (value: unknown): value is string | readonly string[] =>
  [value].flat().every((each) => typeof each === 'string' && each.startsWith('urn:yaosu:'));

/** Fields of users and of the ledger, under their own names. */
const fieldFacts = (fields: readonly (readonly [string, unknown])[]): readonly Fact[] =>
  fields.map(([name, value]) => [name, isName(value) ? listed([value].flat()) : plain(value)]);

/** What, when, where, why and how of an event, in words. */
export const EventFacts = ({ event }: Props): ReactElement => {
  const { t } = useTranslation();
  const { type, action, eventTime, eventTimeZoneOffset, recordTime, readPoint, bizLocation } = event;
  const others = [...event.more, ...Object.entries(event.ilmd)];
  return (
    <>
      <Section title={t('cols.what')}>
        <Facts
          facts={[
            [t('events.type'), t([`eventTerms.type.${type}`, type])],
            [t('events.action'), action === undefined ? '–' : t(`eventTerms.action.${action}`)],
          ]}
        />
        <EventThings event={event} />
      </Section>
      <Section title={t('events.whenWhereWhy')}>
        <Facts
          facts={[
            [t('cols.when'), <LocalTime key="at" at={eventTime} offset={eventTimeZoneOffset} />],
            [t('events.recorded'), <Moment key="recorded" at={recordTime} />],
            [t('events.readPoint'), <Place key="read" id={readPoint?.id} />],
            [t('events.bizLocation'), <Place key="stays" id={bizLocation?.id} />],
            ...useReasons(event),
            ...usePartyFacts(event),
          ]}
        />
      </Section>
      {event.sensorElementList.length > 0 && (
        <Section title={t('events.how')}>
          <EventSensors elements={event.sensorElementList} />
        </Section>
      )}
      {others.length + event.certificationInfo.length > 0 && (
        <Section title={t('events.more')}>
          <Facts
            facts={[
              ...fieldFacts(others),
              ...event.certificationInfo.map((uri): Fact => [t('events.certification'), uri]),
            ]}
          />
        </Section>
      )}
    </>
  );
};
