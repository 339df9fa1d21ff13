import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { EventOrigin as Origin } from '@yaosu/gateway/api/epcis-schemas';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';
import { Facts } from '../../ui/facts.js';
import { Firm } from '../../ui/firm.js';
import { Hash } from '../../ui/hash.js';
import { Loaded } from '../../ui/loaded.js';
import { Moment } from '../../ui/moment.js';
import { Proof } from '../../ui/proof.js';
import { SaveProof } from '../../ui/save-proof.js';
import { Section } from '../../ui/section.js';
import { EventTable } from './event-table.js';
import { eventViewOf, thingsOf, type EventView } from './event-view.js';

interface Props {
  readonly event: EventView;
  readonly origin: Origin;
}

/** Most identifiers of an event that are looked for on the ledger. */
const ASKED = 20;
const SHOWN = '10';

/** What the contracts judged of the things that a report is about. */
const OnLedger = ({ event }: Pick<Props, 'event'>): ReactElement => {
  const { t } = useTranslation();
  const ids = thingsOf(event)
    .flatMap((things) => things.ids)
    .slice(0, ASKED);
  const query = useQuery({
    queryKey: ['eventsOnLedger', ids],
    queryFn: () =>
      api.epcis.events({ MATCH_anyEPC: ids.join('|'), 'EQ_yaosu:origin': 'judged', perPage: SHOWN }),
    enabled: ids.length > 0,
  });
  if (ids.length === 0) return <Text size="sm">{t('events.nothingToCompare')}</Text>;
  return (
    <Loaded query={query} empty={t('events.notOnLedger')} isEmpty={({ events }) => events.length === 0}>
      {({ events }) => <EventTable events={events.map(eventViewOf)} />}
    </Loaded>
  );
};

const CaptureFacts = ({ origin }: Pick<Props, 'origin'>): ReactElement => {
  const { t } = useTranslation();
  const { capture, reportedBy, hash } = origin;
  return (
    <Facts
      facts={[
        [t('cols.fingerprint'), <Hash key="hash" value={hash} />],
        ...(capture === null
          ? []
          : ([
              [t('cols.reportedBy'), <Firm key="by" id={reportedBy} />],
              [t('cols.reportedAt'), <Moment key="at" at={capture.receivedAt} />],
              [t('events.job'), <Hash key="job" value={capture.captureID} />],
              [t('events.inDocument'), capture.events],
              [t('events.attestation'), <Hash key="att" value={capture.attestation} />],
            ] as const)),
      ]}
    />
  );
};

/** Whose word an event is, what proves it, and what the ledger itself knows of the same things. */
export const EventOrigin = ({ event, origin }: Props): ReactElement => {
  const { t } = useTranslation();
  const isReport = origin.reportedBy !== null;
  return (
    <>
      <Section
        title={t('events.whoseWord')}
        aside={
          <SaveProof
            label={t('events.downloadProof')}
            file={`event~${origin.hash}`}
            load={() => api.epcis.eventProof(event.eventID)}
          />
        }
      >
        <Text size="sm">{t(isReport ? 'events.isReport' : 'events.isJudged')}</Text>
        <CaptureFacts origin={origin} />
      </Section>
      {isReport && (
        <Section title={t('events.onLedger')}>
          <OnLedger event={event} />
        </Section>
      )}
      <Proof txId={origin.txId} />
    </>
  );
};
