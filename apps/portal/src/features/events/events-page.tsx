import { Anchor, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { api } from '../../lib/api.js';
import { useSignedIn } from '../../lib/session.js';
import { usePages } from '../../lib/use-pages.js';
import { PagedList } from '../../ui/paged-list.js';
import { PageHead } from '../../ui/page-head.js';
import { filterOf, parametersOf, type EventParameters } from './event-filter.js';
import { EventFilters } from './event-filters.js';
import { EventTable } from './event-table.js';
import { eventViewOf } from './event-view.js';
import { SaveQuery } from './save-query.js';

const Found = ({ query }: { readonly query: EventParameters }): ReactElement => {
  const { t } = useTranslation();
  const pages = usePages(['events', query], (token) => api.epcis.events(query, token));
  return (
    <>
      <SaveQuery query={query} />
      <PagedList query={pages} empty={t('events.none')} rowsOf={({ events }) => events}>
        {(found) => <EventTable events={found.flatMap(({ events }) => events.map(eventViewOf))} />}
      </PagedList>
    </>
  );
};

/** Events that the own systems reported, and acts that the contracts judged, by the standard's own questions. */
export const EventsPage = (): ReactElement => {
  const { t } = useTranslation();
  const { roles } = useSignedIn();
  const [search] = useSearchParams();
  const chosen = filterOf(search);
  const query = parametersOf(chosen);
  return (
    <Stack>
      <PageHead title={t('events.title')}>
        <Anchor component={Link} to="/events/subscriptions" size="sm">
          {t('events.toSubscriptions')}
        </Anchor>
      </PageHead>
      <Text size="sm" c="dimmed">
        {t(roles.includes('authority') ? 'events.aboutAuthority' : 'events.about')}
      </Text>
      <EventFilters chosen={chosen} />
      {query === undefined ? <Text c="dimmed">{t('events.notAsked')}</Text> : <Found query={query} />}
    </Stack>
  );
};
