import { Group, NativeSelect, Stack } from '@mantine/core';
import { INCIDENT_STATES } from '@yaosu/chaincode/model/incident/states';
import { READS } from '@yaosu/gateway/api/reads';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { useFilters, useSetFilters } from '../../lib/use-filters.js';
import { IncidentList } from '../../ui/incident-list.js';
import { PageHead } from '../../ui/page-head.js';
import { useValueText } from '../../ui/use-value-text.js';

const filter = READS.records.query.pick({ state: true });
type Filter = z.output<typeof filter>;

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
