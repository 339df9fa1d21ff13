import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { CallAnswer } from '@yaosu/gateway/api/calls';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';
import { Facts } from '../../ui/facts.js';
import { Firm } from '../../ui/firm.js';
import { Hash } from '../../ui/hash.js';
import { PageHead } from '../../ui/page-head.js';
import { useErrorText } from '../../ui/use-error-text.js';

type Verdict = CallAnswer<'verifyTerms'>;

const Judged = ({ verdict }: { readonly verdict: Verdict }): ReactElement => {
  const { t } = useTranslation();
  if (!verdict.proved) return <Alert color="red">{t('tasks.notProved')}</Alert>;
  return (
    <Alert color="teal" title={t('tasks.proved')}>
      <Facts
        facts={[
          [t('fields.client'), <Firm key="client" id={verdict.client} />],
          [t('fields.cdmo'), <Firm key="cdmo" id={verdict.cdmo} />],
          [t('fields.commitment'), <Hash key="commitment" value={verdict.commitment} />],
          [t('cols.block'), verdict.block],
        ]}
      />
    </Alert>
  );
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** What the ledger says of terms; undefined when the text is none. @throws ApiError */
const judged = async (text: string): Promise<Verdict | undefined> => {
  const { disclosure } = await import('@yaosu/gateway/api/task-schemas');
  const revealed = disclosure.safeParse(parse(text));
  return revealed.success ? api.call('verifyTerms', revealed.data) : undefined;
};

/** Terms that somebody revealed, compared with the ledger. */
export const VerifyTermsPage = (): ReactElement => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [text, setText] = useState('');
  const judging = useMutation({ mutationFn: judged });
  const isUnreadable = judging.isSuccess && judging.data === undefined;
  return (
    <Stack maw={860}>
      <PageHead title={t('tasks.verify')} />
      <Text size="sm" c="dimmed">
        {t('tasks.verifyHint')}
      </Text>
      <Textarea
        label={t('tasks.revealed')}
        autosize
        minRows={6}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={isUnreadable ? t('tasks.unreadable') : null}
      />
      <Group>
        <Button loading={judging.isPending} onClick={() => judging.mutate(text)}>
          {t('tasks.check')}
        </Button>
      </Group>
      {judging.error !== null && <Alert color="red">{errorText(judging.error)}</Alert>}
      {judging.data !== undefined && <Judged verdict={judging.data} />}
    </Stack>
  );
};
