import { Anchor, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { boundsOf, isBeyond } from '@yaosu/chaincode/rules/telemetry/bounds';
import { LOAD_ALARMS, type LoadView } from '@yaosu/gateway/api/load-reads';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../lib/api.js';
import { oneOf, type Chosen } from '../../lib/filter-values.js';
import { useFilters, useSetFilters } from '../../lib/use-filters.js';
import { usePages } from '../../lib/use-pages.js';
import { Firm } from '../../ui/firm.js';
import { Moment } from '../../ui/moment.js';
import { PagedList } from '../../ui/paged-list.js';
import { PageHead } from '../../ui/page-head.js';
import { RecordTable } from '../../ui/record-table.js';
import { Site } from '../../ui/site.js';
import { State } from '../../ui/state.js';
import { useValueText } from '../../ui/use-value-text.js';
import { celsius, limitText } from './celsius.js';

const filter = { alarm: oneOf(LOAD_ALARMS) };
type Filter = Chosen<typeof filter>;

const AlarmFilter = (chosen: Filter): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  const set = useSetFilters();
  return (
    <Group>
      <NativeSelect
        label={t('loads.alarm')}
        value={chosen.alarm ?? ''}
        onChange={(event) => set({ alarm: event.currentTarget.value })}
        data={[
          { value: '', label: t('loads.all') },
          ...LOAD_ALARMS.map((value) => ({ value, label: textOf(value) })),
        ]}
      />
    </Group>
  );
};

const Place = ({ place }: { readonly place: LoadView['next'] }): ReactElement =>
  place === null ? (
    <>–</>
  ) : (
    <Stack gap={0}>
      <Firm id={place.enterprise} />
      {place.site !== null && (
        <Text span size="xs" c="dimmed">
          <Site of={place.enterprise} gln={place.site} />
        </Text>
      )}
    </Stack>
  );

const Last = ({ load: { last, profile } }: { readonly load: LoadView }): ReactElement => {
  const { t } = useTranslation();
  if (last === null) return <>–</>;
  const isOut = profile !== null && boundsOf(profile).some((bound) => isBeyond(bound, last.centiCelsius));
  return (
    <Stack gap={0}>
      <Text span size="sm" fw={600} c={isOut ? 'red' : undefined}>
        {celsius(last.centiCelsius)}
        {isOut && ` · ${t('loads.beyond')}`}
      </Text>
      <Text span size="xs" c="dimmed">
        <Moment at={last.at} />
      </Text>
    </Stack>
  );
};

const Budget = ({ profile }: Pick<LoadView, 'profile'>): ReactElement => {
  const { t } = useTranslation();
  if (profile === null) return <>–</>;
  const { budgetLeftMinutes: left, budgetMinutes: whole } = profile;
  return (
    <Text span size="sm" c={left < 0 ? 'red' : undefined}>
      {t('loads.left', { left, whole })}
    </Text>
  );
};

/** Every load on its way that the reader may see, alarms first. */
export const LoadsPage = (): ReactElement => {
  const { t } = useTranslation();
  const filtered = useFilters(filter);
  const query = usePages(['loads', filtered], (cursor) => api.read('loads', {}, { ...filtered, cursor }));
  return (
    <Stack>
      <PageHead title={t('loads.title')} />
      <Text size="sm" c="dimmed">
        {t('loads.about')}
      </Text>
      <AlarmFilter {...filtered} />
      <PagedList query={query} empty={t('loads.none')} rowsOf={({ loads }) => loads}>
        {(pages) => <Loads loads={pages.flatMap(({ loads }) => loads)} />}
      </PagedList>
    </Stack>
  );
};

const Loads = ({ loads }: { readonly loads: readonly LoadView[] }): ReactElement => {
  const { t } = useTranslation();
  return (
    <RecordTable
      rows={loads}
      rowKey={({ shipment }) => shipment}
      columns={[
        [t('loads.alarm'), ({ alarm }) => <State value={alarm} />],
        [
          t('cols.note'),
          ({ shipment, noteNo }) => (
            <Anchor component={Link} to={`/shipments/${shipment}`} size="sm">
              {noteNo}
            </Anchor>
          ),
        ],
        [t('cols.state'), ({ state }) => <State value={state} />],
        [t('loads.at'), ({ at }) => <Place place={at} />],
        [t('loads.since'), ({ at }) => <Moment at={at.since} />],
        [t('loads.next'), ({ next }) => <Place place={next} />],
        [t('loads.last'), (load) => <Last load={load} />],
        [t('shipments.limits'), ({ profile }) => profile?.limits.map(limitText).join('; ') ?? '–'],
        [t('loads.budget'), ({ profile }) => <Budget profile={profile} />],
        [t('loads.waiting'), ({ excursions }) => excursions.waiting],
      ]}
    />
  );
};
