import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useSignedIn } from '../../lib/session.js';
import { Loaded } from '../../ui/loaded.js';
import { PageHead } from '../../ui/page-head.js';
import { useErrorText } from '../../ui/use-error-text.js';
import { SaveRows } from './save-rows.js';
import { isOpen, type ImportHead } from './sending/entry.js';
import { deviceStore } from './sending/store.js';
import { useSend, useSending } from './sending/use-send.js';
import { SentRows } from './sent-rows.js';
import { headNamed } from './offered-subjects.js';
import { useEntryText } from './use-entry-text.js';
import { useKept, type Kept } from './use-kept.js';

const PER_CENT = 100;

/** Offers to go on with an import that was interrupted, to the key that has begun it. */
const Interrupted = ({ head }: { readonly head: ImportHead }): ReactElement => {
  const { t } = useTranslation();
  const session = useSignedIn();
  const send = useSend(session);
  if (head.kid !== session.key.kid || head.ledgerId !== session.ledgerId) {
    return <Alert color="yellow">{t('import.otherKey')}</Alert>;
  }
  return (
    <>
      <Alert color="yellow">{t('import.interrupted')}</Alert>
      <Group>
        <Button onClick={() => send.mutate(head)}>{t('import.goOn')}</Button>
      </Group>
    </>
  );
};

/** How far it is. */
const Progressed = ({ kept: { head, entries } }: { readonly kept: Kept }): ReactElement => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const { isRunning, error } = useSending(head.id);
  const count = entries.length;
  const done = entries.filter((entry) => !isOpen(entry)).length;
  return (
    <Stack gap="sm">
      <Text size="sm" role="status">
        {t('import.progress', { done, count })}
      </Text>
      <Progress value={(done / count) * PER_CENT} aria-label={t('import.progress', { done, count })} />
      {isRunning && (
        <Text size="sm" c="dimmed">
          {t('import.sending')}
        </Text>
      )}
      {error !== null && <Alert color="red">{errorText(error)}</Alert>}
      {!isRunning && done < count && <Interrupted head={head} />}
    </Stack>
  );
};

/** What can be done with an import that is not being sent; to remove one with open rows has to be said twice. */
const AtRest = ({ kept: { head, entries } }: { readonly kept: Kept }): ReactElement => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const entryText = useEntryText();
  const subject = headNamed(head.act);
  const refused = entries.filter(({ state }) => state === 'refused');
  const rows = refused.map((entry) => ({ cells: entry.cells, problem: entryText(entry) }));
  const [isMeant, setMeant] = useState(false);
  const open = entries.filter(isOpen).length;
  const remove = useMutation({
    networkMode: 'always',
    mutationFn: () => deviceStore.remove(head.id),
    onSuccess: () => navigate('/import'),
  });
  return (
    <Group gap="xs">
      {subject !== undefined && rows.length > 0 && (
        <SaveRows subject={subject} rows={rows} label={t('import.saveRefused')} />
      )}
      <Button
        variant="default"
        size="xs"
        loading={remove.isPending}
        onClick={() => (open === 0 || isMeant ? remove.mutate() : setMeant(true))}
      >
        {isMeant ? t('import.removeOpen', { count: open }) : t('import.remove')}
      </Button>
    </Group>
  );
};

/** One import: every row with what became of it, until it is removed. */
export const SendingPage = (): ReactElement => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { isRunning } = useSending(id);
  const query = useKept(id, isRunning);
  return (
    <Stack maw={1000}>
      <PageHead title={t('import.title')} />
      <Loaded query={query}>
        {(kept) =>
          kept === null ? (
            <Alert color="yellow">{t('import.missing')}</Alert>
          ) : (
            <>
              <Text fw={600}>{t(`acts.${kept.head.act}`)}</Text>
              <Progressed kept={kept} />
              <SentRows kept={kept} />
              {!isRunning && <AtRest kept={kept} />}
            </>
          )
        }
      </Loaded>
    </Stack>
  );
};
