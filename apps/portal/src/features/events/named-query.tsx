import { Button, Group, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { NamedQueryView } from '@yaosu/gateway/api/epcis-schemas';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';
import { Facts } from '../../ui/facts.js';
import { Loaded } from '../../ui/loaded.js';
import { Section } from '../../ui/section.js';
import { ConfirmButton } from './confirm-button.js';
import { SubscribeForm } from './subscribe-form.js';
import { SubscriptionTable } from './subscription-table.js';

/** How often the page looks how subscriptions stand. */
const EVERY_MS = 5_000;

/** A value of a parameter; those of JSON queries are lists, too. */
const valueText = (value: unknown): string =>
  [value]
    .flat()
    .map((each) => (typeof each === 'string' ? each : JSON.stringify(each)))
    .join(' | ');

/** A named query: what it asks, who is reported to, and its end. */
export const NamedQuery = ({ query: { name, query } }: { readonly query: NamedQueryView }): ReactElement => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const subscriptions = useQuery({
    queryKey: ['eventSubscriptions', name],
    queryFn: () => api.epcis.subscriptions(name),
    refetchInterval: EVERY_MS,
  });
  const forget = async (): Promise<void> => {
    await api.epcis.forgetQuery(name);
    await queries.invalidateQueries({ queryKey: ['eventQueries'] });
  };
  const facts = Object.entries(query).map(([parameter, value]) => [parameter, valueText(value)] as const);
  return (
    <Section
      title={name}
      aside={
        <ConfirmButton
          label={t('events.forgetQuery')}
          question={t('events.forgetQuestion', { query: name })}
          act={forget}
        />
      }
    >
      <Facts facts={facts.length === 0 ? [[t('events.asks'), t('events.allEvents')]] : facts} />
      <Loaded query={subscriptions}>
        {(found) => (
          <Stack>
            <SubscriptionTable query={name} subscriptions={found} />
            {isAsking ? (
              <SubscribeForm query={name} onDone={() => setAsking(false)} />
            ) : (
              <Group>
                <Button variant="light" size="xs" onClick={() => setAsking(true)}>
                  {t('events.addSubscription')}
                </Button>
              </Group>
            )}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
};
