import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import { mayAct } from '../../lib/may-act.js';
import { useSignedIn } from '../../lib/session.js';
import { SignCommand } from '../../ui/sign-command.js';
import { useErrorText } from '../../ui/use-error-text.js';
import { useSayDone } from '../../ui/use-say-done.js';
import { publishLeafFile } from './prepare-commission.js';
import { receiverLeavesOf, type IssuedList } from './serial-list.js';

interface Props {
  readonly batch: string;
  readonly commission: string;
  readonly list: IssuedList;
}

/** Proofs of some packs become a document, which is then opened to who receives them. */
export const OpenToReceiver = ({ batch, commission, list }: Props): ReactElement => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const sayDone = useSayDone();
  const session = useSignedIn();
  const [first, setFirst] = useState('1');
  const [count, setCount] = useState('');
  const publish = useMutation({
    mutationFn: (range: { from: number; packs: number }) =>
      publishLeafFile(session, batch, receiverLeavesOf(list, commission, range.from - 1, range.packs)),
  });
  if (!mayAct(session, HEADS.Document.publish)) return <></>;
  const range = { from: Number(first), packs: Number(count) };
  const isWhole = Number.isInteger(range.from) && Number.isInteger(range.packs);
  const isRight =
    isWhole && range.from > 0 && range.packs > 0 && range.from - 1 + range.packs <= list.serials.length;
  if (publish.data !== undefined) {
    const { data: command } = publish;
    return (
      <SignCommand
        command={command}
        signingKey={session.key}
        summary={<Text>{t('codes.proofsOf', { first, count })}</Text>}
        onBack={() => publish.reset()}
        onDone={(submitted) => {
          sayDone(submitted);
          void navigate(`/documents/${String(command.payload['document'])}`);
        }}
      />
    );
  }
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('codes.openHint')}
      </Text>
      <Group align="flex-end">
        <TextInput
          label={t('codes.firstPack')}
          inputMode="numeric"
          value={first}
          onChange={(event) => setFirst(event.currentTarget.value.trim())}
        />
        <TextInput
          label={t('codes.packCount')}
          inputMode="numeric"
          error={count !== '' && !isRight && t('batches.wrong')}
          value={count}
          onChange={(event) => setCount(event.currentTarget.value.trim())}
        />
        <Button disabled={!isRight} loading={publish.isPending} onClick={() => publish.mutate(range)}>
          {t('batches.next')}
        </Button>
      </Group>
      {publish.isError && <Alert color="red">{errorText(publish.error)}</Alert>}
    </Stack>
  );
};
