import { Anchor, Button, Group, NativeSelect, Stack } from '@mantine/core';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import { TASK_STATES } from '@yaosu/chaincode/model/task/states';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../lib/api.js';
import { oneOf, type Chosen } from '../../lib/filter-values.js';
import { mayAct } from '../../lib/may-act.js';
import { useSignedIn } from '../../lib/session.js';
import { useFilters, useSetFilters } from '../../lib/use-filters.js';
import { usePages } from '../../lib/use-pages.js';
import { Firm } from '../../ui/firm.js';
import { PagedList } from '../../ui/paged-list.js';
import { PageHead } from '../../ui/page-head.js';
import { RecordTable } from '../../ui/record-table.js';
import { State } from '../../ui/state.js';
import { useValueText } from '../../ui/use-value-text.js';

const SHOWN = 10;
const SIDES = ['client', 'cdmo'] as const;
const filter = { state: oneOf(TASK_STATES), side: oneOf(SIDES) };
type Filter = Chosen<typeof filter>;

const Filters = ({ state, side }: Filter): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  const set = useSetFilters();
  const all = { value: '', label: t('tasks.all') };
  return (
    <Group>
      <NativeSelect
        label={t('cols.state')}
        value={state ?? ''}
        onChange={(event) => set({ state: event.currentTarget.value })}
        data={[all, ...TASK_STATES.map((value) => ({ value, label: textOf(value) }))]}
      />
      <NativeSelect
        label={t('tasks.side')}
        value={side ?? ''}
        onChange={(event) => set({ side: event.currentTarget.value })}
        data={[all, ...SIDES.map((value) => ({ value, label: t(`tasks.sides.${value}`) }))]}
      />
    </Group>
  );
};

/** Tasks of the own enterprise, as client and as CDMO, the newest first. */
export const TasksPage = (): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  const session = useSignedIn();
  const filtered = useFilters(filter);
  const query = usePages(['tasks', filtered], (cursor) => api.read('tasks', {}, { ...filtered, cursor }));
  return (
    <Stack>
      <PageHead title={t('tasks.title')}>
        <Group gap="xs">
          <Button component={Link} to="/tasks/verify" variant="default" size="xs">
            {t('tasks.verify')}
          </Button>
          {mayAct(session, HEADS.Task.offer) && (
            <Button component={Link} to="/tasks/new" size="xs">
              {t('tasks.offer')}
            </Button>
          )}
        </Group>
      </PageHead>
      <Filters {...filtered} />
      <PagedList query={query} empty={t('tasks.none')} rowsOf={({ tasks }) => tasks}>
        {(pages) => (
          <RecordTable
            rows={pages.flatMap(({ tasks }) => tasks)}
            rowKey={({ task }) => task}
            columns={[
              [
                t('tasks.one'),
                ({ task }) => (
                  <Anchor component={Link} to={`/tasks/${task}`} size="sm" ff="monospace">
                    {task.slice(0, SHOWN)}
                  </Anchor>
                ),
              ],
              [t('fields.client'), ({ client }) => <Firm id={client} />],
              [t('fields.cdmo'), ({ cdmo }) => <Firm id={cdmo} />],
              [t('cols.quantity'), ({ quantity, unit }) => `${quantity} ${textOf(unit)}`],
              [t('fields.deliverBy'), ({ deliverBy }) => deliverBy],
              [t('cols.state'), ({ state }) => <State value={state} />],
              [t('cols.block'), ({ block }) => block],
            ]}
          />
        )}
      </PagedList>
    </Stack>
  );
};
