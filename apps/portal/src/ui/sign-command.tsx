import { Alert, Button, Card, Code, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Command, CommandSignature } from '@yaosu/chaincode/model/kernel/command';
import { signCommand, type SigningKey } from '@yaosu/identity/keys/signing-key';
import type { Submitted } from '@yaosu/gateway/api/client';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../lib/api.js';
import { encodePassed } from '../lib/passed-on.js';
import { Facts } from './facts.js';
import { Hash } from './hash.js';
import { PassOn } from './pass-on.js';
import { Scrolled } from './scrolled.js';
import { useErrorText } from './use-error-text.js';

interface Props {
  readonly command: Command;
  /** Signatures that are there already, of a command that several sign. */
  readonly signatures?: readonly (CommandSignature | null)[];
  readonly signingKey: SigningKey;
  /** The same content in the reader's words. */
  readonly summary: ReactElement;
  readonly onBack: () => void;
  readonly onDone: (submitted: Submitted) => void;
}

/**
 * Shows exactly what is signed, signs it and sends it; the same command is sent again after a failure. While others have
 * still to sign, it is passed on instead.
 */
export const SignCommand = (props: Props): ReactElement => {
  const { command, signatures, signingKey, summary, onBack, onDone } = props;
  const { t } = useTranslation();
  const errorText = useErrorText();
  const cache = useQueryClient();
  const send = useMutation({
    mutationFn: async () => {
      const own = await signCommand(signingKey, command);
      const all = command.parties.map(({ kid }, i) =>
        kid === signingKey.kid ? own : (signatures?.[i] ?? null),
      );
      const given = all.filter((each) => each !== null);
      if (given.length < all.length) return encodePassed({ command, signatures: all });
      return api.submit({ contract: command.contract, name: command.act }, { command, signatures: given });
    },
    onSuccess: async (answer) => {
      if (typeof answer === 'string') return;
      await cache.invalidateQueries();
      onDone(answer);
    },
  });
  if (typeof send.data === 'string') return <PassOn text={send.data} />;
  return (
    <Stack>
      <Title order={2} size="h4">
        {t('signing.title')}
      </Title>
      {summary}
      <Card withBorder padding="md">
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('signing.explain')}
          </Text>
          <Facts
            facts={[
              [t('proof.command'), <Hash key="cmd" value={command.cmd} />],
              [t('proof.signer'), <Hash key="kid" value={signingKey.kid} />],
            ]}
          />
          <Scrolled most={280} label={t('signing.title')}>
            <Code block>{JSON.stringify(command, null, 2)}</Code>
          </Scrolled>
        </Stack>
      </Card>
      {send.isError && <Alert color="red">{errorText(send.error)}</Alert>}
      <Group>
        <Button loading={send.isPending} onClick={() => send.mutate()}>
          {t('signing.sign')}
        </Button>
        <Button variant="default" disabled={send.isPending} onClick={onBack}>
          {t('signing.cancel')}
        </Button>
        {send.isPending && <Text size="sm">{t('signing.sending')}</Text>}
      </Group>
    </Stack>
  );
};
