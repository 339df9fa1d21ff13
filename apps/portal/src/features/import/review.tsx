import { Alert, Button, Card, Code, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Session } from '../../lib/session.js';
import { Facts } from '../../ui/facts.js';
import { useActName } from '../../ui/use-act-name.js';
import { Scrolled } from '../../ui/scrolled.js';
import { useErrorText } from '../../ui/use-error-text.js';
import type { Column } from './column.js';
import type { ImportHead } from './sending/entry.js';
import { deviceStore } from './sending/store.js';
import { useSend } from './sending/use-send.js';
import { nameOf, type SubjectHead } from './subject.js';
import type { Prepared } from './use-prepare-rows.js';
import { useImportWords } from './use-words.js';

interface Props {
  readonly session: Session;
  readonly subject: SubjectHead;
  readonly file: string;
  readonly prepared: Prepared;
  readonly onBack: () => void;
}

const FirstRows = ({ subject, prepared }: Pick<Props, 'subject' | 'prepared'>): ReactElement => {
  const { t } = useTranslation();
  const { labelOf, valueText } = useImportWords(subject);
  const shown = prepared.entries.flatMap((entry) =>
    entry.command === null ? [] : [{ ...entry, command: entry.command }],
  );
  return (
    <>
      {shown.map(({ line, row, command }) => (
        <Card key={line} withBorder padding="md">
          <Stack gap="sm">
            <Text fw={600}>{`${t('import.row')} ${String(line)}`}</Text>
            <Facts
              facts={subject.columns.map((column: Column) => [
                labelOf(column),
                valueText(column, row[column.name] ?? ''),
              ])}
            />
            <Scrolled most={200} label={`${t('signing.title')} ${String(line)}`}>
              <Code block>{JSON.stringify(command, null, 2)}</Code>
            </Scrolled>
          </Stack>
        </Card>
      ))}
    </>
  );
};

/** Keeps the import on this device, then sends it. */
export const Review = ({ session, subject, file, prepared, onBack }: Props): ReactElement => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const actName = useActName();
  const navigate = useNavigate();
  const send = useSend(session);
  const { act } = subject;
  const count = prepared.entries.length;
  const keep = useMutation({
    networkMode: 'always',
    mutationFn: async (): Promise<ImportHead> => {
      const head: ImportHead = {
        ...{ id: prepared.id, file, act: nameOf(act), startedAt: new Date().toISOString() },
        ...{ ledgerId: session.ledgerId, kid: session.key.kid },
      };
      await deviceStore.add(head, prepared.entries);
      return head;
    },
    onSuccess: (head) => {
      send.mutate(head);
      void navigate(`/import/${head.id}`);
    },
  });
  return (
    <Stack>
      <Title order={2} size="h4">
        {t('import.signTitle', { count })}
      </Title>
      <Text fw={600}>{actName(act.contract, act.name)}</Text>
      <Text size="sm" c="dimmed">
        {t('import.signExplain')}
      </Text>
      <FirstRows subject={subject} prepared={prepared} />
      {keep.isError && <Alert color="red">{errorText(keep.error)}</Alert>}
      <Group>
        <Button loading={keep.isPending} disabled={keep.isSuccess} onClick={() => keep.mutate()}>
          {t('import.sign', { count })}
        </Button>
        <Button variant="default" disabled={keep.isPending} onClick={onBack}>
          {t('signing.cancel')}
        </Button>
      </Group>
    </Stack>
  );
};
