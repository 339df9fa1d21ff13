import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../lib/api.js';
import { Loaded } from '../../ui/loaded.js';
import { PageHead } from '../../ui/page-head.js';
import { NamedQuery } from './named-query.js';

/** Named queries of the enterprise, and the addresses to which their new events are reported. */
export const SubscriptionsPage = (): ReactElement => {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['eventQueries'], queryFn: () => api.epcis.queries() });
  return (
    <Stack>
      <PageHead title={t('events.subscriptions')}>
        <Anchor component={Link} to="/events" size="sm">
          {t('events.toEvents')}
        </Anchor>
      </PageHead>
      <Text size="sm" c="dimmed">
        {t('events.aboutSubscriptions')}
      </Text>
      <Loaded query={query} empty={t('events.noQueries')} isEmpty={(queries) => queries.length === 0}>
        {(queries) => (
          <Stack>
            {queries.map((each) => (
              <NamedQuery key={each.name} query={each} />
            ))}
          </Stack>
        )}
      </Loaded>
    </Stack>
  );
};
