import { Alert, Button, Checkbox, Group, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SubscriptionOrder } from '@yaosu/gateway/api/epcis-schemas';
import { useState, type ReactElement, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';
import { useProblemText } from './use-problem-text.js';
import { DAYS_OF_WEEK, orderOf, RHYTHMS, type Rhythm } from './schedule-form.js';

interface Draft extends Rhythm {
  readonly dest: string;
  readonly secret: string;
  readonly reportIfEmpty: boolean;
  readonly withPast: boolean;
}
type Change = (change: Partial<Draft>) => void;
interface PartProps {
  readonly draft: Draft;
  readonly change: Change;
}

const EMPTY: Draft = {
  rhythm: 'each',
  time: '06:00',
  dayOfWeek: '1',
  dest: '',
  secret: '',
  reportIfEmpty: false,
  withPast: false,
};
/** Before anything was recorded. */
const BEGINNING = '1970-01-01T00:00:00.000Z';

const subscriptionOf = (draft: Draft): SubscriptionOrder | undefined => {
  const when = orderOf(draft);
  const dest = draft.dest.trim();
  if (when === undefined || dest === '') return undefined;
  return {
    dest,
    ...when,
    reportIfEmpty: draft.reportIfEmpty && draft.rhythm !== 'each',
    ...(draft.secret === '' ? {} : { signatureToken: draft.secret }),
    ...(draft.withPast ? { initialRecordTime: BEGINNING } : {}),
  };
};

const Where = ({ draft, change }: PartProps): ReactElement => {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('events.dest')}
        description={t('events.destHint')}
        type="url"
        required
        value={draft.dest}
        onChange={(event) => change({ dest: event.currentTarget.value })}
      />
      <TextInput
        label={t('events.secret')}
        description={t('events.secretHint')}
        autoComplete="off"
        value={draft.secret}
        onChange={(event) => change({ secret: event.currentTarget.value })}
      />
    </>
  );
};

const When = ({ draft, change }: PartProps): ReactElement => {
  const { t } = useTranslation();
  const { rhythm, time, dayOfWeek } = draft;
  return (
    <>
      <NativeSelect
        label={t('events.rhythm')}
        data={RHYTHMS.map((value) => ({ value, label: t(`events.rhythms.${value}`) }))}
        value={rhythm}
        onChange={(event) => change({ rhythm: event.currentTarget.value as Rhythm['rhythm'] })}
      />
      {rhythm !== 'each' && (
        <TextInput
          type="time"
          label={t(rhythm === 'hourly' ? 'events.minuteOf' : 'events.timeUtc')}
          required
          value={time}
          onChange={(event) => change({ time: event.currentTarget.value })}
        />
      )}
      {rhythm === 'weekly' && (
        <NativeSelect
          label={t('events.dayOfWeek')}
          data={DAYS_OF_WEEK.map((value) => ({ value, label: t(`events.days.${value}`) }))}
          value={dayOfWeek}
          onChange={(event) => change({ dayOfWeek: event.currentTarget.value })}
        />
      )}
    </>
  );
};

/** Subscribes an address to a named query. */
export const SubscribeForm = ({
  query,
  onDone,
}: {
  readonly query: string;
  readonly onDone: () => void;
}): ReactElement => {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(EMPTY);
  const change: Change = (part) => setDraft({ ...draft, ...part });
  const order = subscriptionOf(draft);
  const subscribe = useMutation({
    mutationFn: (asked: SubscriptionOrder) => api.epcis.subscribe(query, asked),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['eventSubscriptions', query] });
      onDone();
    },
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (order !== undefined) subscribe.mutate(order);
  };
  return (
    <form onSubmit={submit} aria-label={t('events.subscribeTo', { query })}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <Where draft={draft} change={change} />
          <When draft={draft} change={change} />
        </SimpleGrid>
        <Checkbox
          label={t('events.withPast')}
          checked={draft.withPast}
          onChange={(event) => change({ withPast: event.currentTarget.checked })}
        />
        {draft.rhythm !== 'each' && (
          <Checkbox
            label={t('events.reportIfEmpty')}
            checked={draft.reportIfEmpty}
            onChange={(event) => change({ reportIfEmpty: event.currentTarget.checked })}
          />
        )}
        {subscribe.isError && <Alert color="red">{problemText(subscribe.error)}</Alert>}
        <Group>
          <Button type="submit" disabled={order === undefined} loading={subscribe.isPending}>
            {t('events.subscribe')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('signing.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
