import { Anchor, Badge } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { eventPath } from '../../lib/event-path.js';
import { useSignedIn } from '../../lib/session.js';
import { Firm } from '../../ui/firm.js';
import { RecordTable } from '../../ui/record-table.js';
import type { EventView } from './event-view.js';
import { LocalTime } from './local-time.js';
import { Place } from './place.js';
import { ThingsSummary } from './things-summary.js';
import { useTermText } from './use-term-text.js';

/** Whose word an event is: the ledger's, or of one's own systems, as those of others are not answered. */
const WhoseWord = ({ source }: Pick<EventView, 'source'>): ReactElement => {
  const { t } = useTranslation();
  const { enterprise } = useSignedIn();
  return source === 'judged' ? (
    <Badge color="teal" variant="light" miw="max-content">
      {t('events.sources.judged')}
    </Badge>
  ) : (
    <Firm id={enterprise} />
  );
};

/** Events, a row each. */
export const EventTable = ({ events }: { readonly events: readonly EventView[] }): ReactElement => {
  const { t } = useTranslation();
  const termText = useTermText();
  return (
    <RecordTable
      rows={events}
      rowKey={({ eventID, recordTime, errorDeclaration }) =>
        `${eventID} ${recordTime} ${errorDeclaration?.declarationTime ?? ''}`
      }
      columns={[
        [
          t('cols.when'),
          ({ eventID, eventTime, eventTimeZoneOffset }) => (
            <Anchor component={Link} to={eventPath(eventID)} size="sm">
              <LocalTime at={eventTime} offset={eventTimeZoneOffset} />
            </Anchor>
          ),
        ],
        [
          t('events.type'),
          ({ type, action, errorDeclaration }) =>
            [
              t([`eventTerms.type.${type}`, type]),
              ...(action === undefined ? [] : [t(`eventTerms.action.${action}`)]),
              ...(errorDeclaration === undefined ? [] : [t('events.declaredWrong')]),
            ].join(' · '),
        ],
        [t('cols.bizStep'), ({ bizStep }) => (bizStep === undefined ? '–' : termText('bizStep', bizStep))],
        [
          t('events.disposition'),
          ({ disposition }) => (disposition === undefined ? '–' : termText('disposition', disposition)),
        ],
        [t('cols.what'), (event) => <ThingsSummary event={event} />],
        [t('events.where'), ({ readPoint, bizLocation }) => <Place id={(readPoint ?? bizLocation)?.id} />],
        [t('cols.reportedBy'), ({ source }) => <WhoseWord source={source} />],
      ]}
    />
  );
};
