import { Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { SubscriptionView } from '@yaosu/gateway/api/epcis-schemas';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';
import { Moment } from '../../ui/moment.js';
import { RecordTable } from '../../ui/record-table.js';
import { State } from '../../ui/state.js';
import { ConfirmButton } from './confirm-button.js';
import { rhythmOf } from './schedule-form.js';

/** How a subscription stands, as one of the states that badges know. */
const stateOf = ({ failures, lastNotifiedAt }: SubscriptionView): string => {
  if (failures > 0) return 'failed';
  return lastNotifiedAt === null ? 'pending' : 'running';
};

const LastFailure = ({ of }: { readonly of: SubscriptionView }): ReactElement => {
  const { t } = useTranslation();
  const { failures, lastFailedAt, lastProblem } = of;
  if (lastProblem === null) return <>–</>;
  return (
    <Stack gap={0}>
      <Moment at={lastFailedAt} />
      <Text span size="xs" c={failures > 0 ? 'red' : 'dimmed'}>
        {[lastProblem, ...(failures > 0 ? [t('events.inARow', { count: failures })] : [])].join(' · ')}
      </Text>
    </Stack>
  );
};

const MINUTE_LENGTH = 2;

/** Fields of a schedule in words, in the order of greatness; rare ones by their own names. */
const useRhythmText = (): ((subscription: SubscriptionView) => string) => {
  const { t } = useTranslation();
  return ({ schedule, trigger }) => {
    if (trigger !== undefined) return t('events.onTrigger', { epc: trigger });
    if (schedule === undefined) return t('events.rhythms.each');
    const rhythm = rhythmOf(schedule);
    if (rhythm !== undefined) {
      return t(`events.regularly.${rhythm.rhythm}`, {
        time: rhythm.time,
        minute: rhythm.time.slice(-MINUTE_LENGTH),
        day: t(`events.days.${rhythm.dayOfWeek}`),
      });
    }
    const fields = Object.entries(schedule);
    return t('events.bySchedule', {
      fields: fields.map(([name, value]) => `${t(`events.fields.${name}`)} ${value}`).join(', '),
    });
  };
};

interface Props {
  readonly query: string;
  readonly subscriptions: readonly SubscriptionView[];
}

/** Who is reported to, how that stands, and its end. */
export const SubscriptionTable = ({ query, subscriptions }: Props): ReactElement => {
  const { t } = useTranslation();
  const rhythmText = useRhythmText();
  const queries = useQueryClient();
  const remove = async (id: string): Promise<void> => {
    await api.epcis.unsubscribe(query, id);
    await queries.invalidateQueries({ queryKey: ['eventSubscriptions', query] });
  };
  return (
    <RecordTable
      rows={subscriptions}
      rowKey={({ subscriptionID }) => subscriptionID}
      empty={t('events.noSubscriptions')}
      columns={[
        [t('cols.state'), (each) => <State value={stateOf(each)} />],
        [t('events.dest'), ({ dest }) => <span style={{ overflowWrap: 'anywhere' }}>{dest}</span>],
        [t('events.rhythm'), rhythmText],
        [t('events.signed'), ({ isSigned }) => t(isSigned ? 'act.yes' : 'act.no')],
        [t('events.lastReport'), ({ lastNotifiedAt }) => <Moment at={lastNotifiedAt} />],
        [t('events.lastFailure'), (each) => <LastFailure of={each} />],
        [
          t('events.nextReport'),
          ({ nextReportAt }) =>
            nextReportAt === null ? t('events.withNextEvent') : <Moment at={nextReportAt} />,
        ],
        [
          t('cols.does'),
          ({ subscriptionID, dest }) => (
            <ConfirmButton
              label={t('events.unsubscribe')}
              question={t('events.unsubscribeQuestion', { dest })}
              act={() => remove(subscriptionID)}
            />
          ),
        ],
      ]}
    />
  );
};
