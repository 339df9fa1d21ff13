import { Group, NativeSelect, Stack } from '@mantine/core';
import { INCIDENT_STATES } from '@yaosu/chaincode/model/incident/states';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { oneOf, type Chosen } from '../../lib/filter-values.js';
import { useFilters, useSetFilters } from '../../lib/use-filters.js';
import { IncidentList } from '../../ui/incident-list.js';
import { PageHead } from '../../ui/page-head.js';
import { useValueText } from '../../ui/use-value-text.js';

const filter = { state: oneOf(INCIDENT_STATES) };
type Filter = Chosen<typeof filter>;

const Filters = ({ state }: Filter): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  const set = useSetFilters();
  return (
    <Group>
      <NativeSelect
        label={t('cols.state')}
        value={state ?? ''}
        onChange={(event) => set({ state: event.currentTarget.value })}
        data={[
          { value: '', label: t('incidents.all') },
          ...INCIDENT_STATES.map((value) => ({ value, label: textOf(value) })),
        ]}
      />
    </Group>
  );
};

/** Incidents with loads that the person may see, the newest first. */
export const IncidentsPage = (): ReactElement => {
  const { t } = useTranslation();
  const filtered = useFilters(filter);
  return (
    <Stack>
      <PageHead title={t('incidents.title')} />
      <Filters {...filtered} />
      <IncidentList asked={filtered} />
    </Stack>
  );
};
