import { Alert, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { plaintextDigest } from '@yaosu/chaincode/signing/plaintext-digest';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';
import { saveFile } from '../../lib/save-file.js';
import { useEnterpriseName } from '../../lib/use-enterprises.js';
import { Facts } from '../../ui/facts.js';
import { Loaded } from '../../ui/loaded.js';
import { Section } from '../../ui/section.js';
import { TermsFacts } from './terms-facts.js';

type Task = ReadAnswer<'task'>['task'];
type Terms = ReadAnswer<'taskTerms'>;

const SHOWN = 10;

const Owed = ({
  compensation,
  currency,
}: {
  readonly compensation: NonNullable<Terms['compensation']>;
  readonly currency: string;
}): ReactElement => {
  const { t } = useTranslation();
  const { value, daysLate, late, yieldPercent, short, isCapped, total } = compensation;
  const money = (amount: string): string => `${amount} ${currency}`;
  return (
    <Stack gap="xs">
      <Text fw={600} size="sm">
        {t('tasks.compensation')}
      </Text>
      <Facts
        facts={[
          [t('tasks.value'), money(value)],
          [t('tasks.late', { count: daysLate }), money(late)],
          [t('tasks.short', { percent: yieldPercent }), money(short)],
          [t('tasks.total'), isCapped ? `${money(total)} · ${t('tasks.capped')}` : money(total)],
        ]}
      />
    </Stack>
  );
};

/** Opened terms, their digest computed once more in this browser. */
const Opened = ({ opened, task }: { readonly opened: Terms; readonly task: Task }): ReactElement => {
  const { t } = useTranslation();
  const { salt, terms, compensation } = opened;
  if (salt === null || terms === null) return <Alert color="red">{t('tasks.termsAway')}</Alert>;
  const isProved = plaintextDigest(salt, terms) === task.terms.commitment;
  const reveal = (): void => {
    const content = JSON.stringify({ task: task.task, salt, terms }, null, 2);
    saveFile(
      `task-terms-${task.task.slice(0, SHOWN)}.json`,
      new Blob([content], { type: 'application/json' }),
    );
  };
  return (
    <>
      <Badge color={isProved ? 'teal' : 'red'} variant="light" maw="100%">
        {t(isProved ? 'tasks.proved' : 'tasks.notProved')}
      </Badge>
      <TermsFacts terms={terms} />
      {compensation !== null && <Owed compensation={compensation} currency={terms.price.currency} />}
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={reveal}>
          {t('tasks.reveal')}
        </Button>
        <Text size="xs" c="dimmed">
          {t('tasks.revealHint')}
        </Text>
      </Group>
    </>
  );
};

/** Private terms, for the two alone. */
export const PrivateTerms = ({ task }: { readonly task: Task }): ReactElement => {
  const { t } = useTranslation();
  const nameOf = useEnterpriseName();
  const query = useQuery({
    queryKey: ['taskTerms', task.task, task.hash],
    queryFn: () => api.read('taskTerms', { id: task.task }),
    gcTime: 0,
  });
  return (
    <Section title={t('tasks.terms')}>
      <Text size="sm" c="dimmed">
        {t('tasks.termsOnly', { client: nameOf(task.client), cdmo: nameOf(task.cdmo) })}
      </Text>
      <Loaded query={query}>{(opened) => <Opened opened={opened} task={task} />}</Loaded>
    </Section>
  );
};
