import { Accordion, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { ALERT_CLASSES, ALERT_STATES } from '@yaosu/chaincode/model/alert/states';
import type { AlertView } from '@yaosu/gateway/api/alerts';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';
import { oneOf, type Chosen } from '../../lib/filter-values.js';
import { useFilters, useSetFilters } from '../../lib/use-filters.js';
import { usePages } from '../../lib/use-pages.js';
import { Loaded } from '../../ui/loaded.js';
import { MorePages } from '../../ui/more-pages.js';
import { Moment } from '../../ui/moment.js';
import { PageHead } from '../../ui/page-head.js';
import { State } from '../../ui/state.js';
import { useValueText } from '../../ui/use-value-text.js';
import { AlertDetail } from './alert-detail.js';

const filter = { state: oneOf(ALERT_STATES), class: oneOf(ALERT_CLASSES) };
type Filter = Chosen<typeof filter>;

const Filters = (chosen: Filter): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  const set = useSetFilters();
  const all = { value: '', label: t('alerts.all') };
  return (
    <Group>
      <NativeSelect
        label={t('cols.state')}
        value={chosen.state ?? ''}
        onChange={(event) => set({ state: event.currentTarget.value })}
        data={[all, ...ALERT_STATES.map((value) => ({ value, label: textOf(value) }))]}
      />
      <NativeSelect
        label={t('alerts.class')}
        value={chosen.class ?? ''}
        onChange={(event) => set({ class: event.currentTarget.value })}
        data={[all, ...ALERT_CLASSES.map((value) => ({ value, label: t(`alerts.classes.${value}`) }))]}
      />
    </Group>
  );
};

const AlertItem = ({ alert }: { readonly alert: AlertView }): ReactElement => {
  const { t } = useTranslation();
  return (
    <Accordion.Item value={alert.id}>
      <Accordion.Control>
        <Group gap="sm">
          <State value={alert.state} />
          <Text size="sm" fw={600}>
            {t(`alerts.classes.${alert.class}`)}
          </Text>
          <Text size="sm">{t(`alerts.causes.${alert.cause}`)}</Text>
          <Text size="sm" c="dimmed">
            <Moment at={alert.sighting.at} />
          </Text>
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <AlertDetail alert={alert} />
      </Accordion.Panel>
    </Accordion.Item>
  );
};

/** Sightings that do not go together, the newest first: what is wrong, why, whose it is, and what was found. */
export const AlertsPage = (): ReactElement => {
  const { t } = useTranslation();
  const filtered = useFilters(filter);
  const query = usePages(['alerts', filtered], (cursor) => api.read('alerts', {}, { ...filtered, cursor }));
  return (
    <Stack>
      <PageHead title={t('alerts.title')} />
      <Text size="sm" c="dimmed">
        {t('alerts.about')}
      </Text>
      <Filters {...filtered} />
      <Loaded query={query} empty={t('alerts.none')} isEmpty={(data) => data.pages[0]?.alerts.length === 0}>
        {(data) => (
          <Accordion variant="separated" order={2}>
            {data.pages
              .flatMap((page) => page.alerts)
              .map((alert) => (
                <AlertItem key={alert.id} alert={alert} />
              ))}
          </Accordion>
        )}
      </Loaded>
      <MorePages query={query} />
    </Stack>
  );
};
