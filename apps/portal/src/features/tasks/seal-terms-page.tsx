import { Alert, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { taskActs } from '@yaosu/chaincode/model/task/acts';
import type { Command } from '@yaosu/chaincode/model/kernel/command';
import { plaintextDigest } from '@yaosu/chaincode/signing/plaintext-digest';
import { newOwnCommand, random128 } from '@yaosu/identity/keys/own-command';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { actPath } from '../../lib/act-link.js';
import { api } from '../../lib/api.js';
import { mayAct } from '../../lib/may-act.js';
import { useSignedIn, type Session } from '../../lib/session.js';
import { Firm } from '../../ui/firm.js';
import { PageHead } from '../../ui/page-head.js';
import { SignCommand } from '../../ui/sign-command.js';
import { useActName } from '../../ui/use-act-name.js';
import { useSayDone } from '../../ui/use-say-done.js';
import { TermsFacts } from './terms-facts.js';
import { TermsForm, type TermsDraft } from './terms-form.js';

/** Seals the terms and makes the command; the digest to be signed is compared with the terms here. */
const prepare = async (session: Session, { cdmo, terms }: TermsDraft): Promise<Command> => {
  const salt = random128();
  const digests = await api.call('sealTerms', { cdmo, salt, terms });
  if (digests.commitment !== plaintextDigest(salt, terms))
    throw new Error('the gateway sealed something else');
  const payload = { client: session.enterprise, cdmo, terms: digests };
  return newOwnCommand(session, { act: taskActs.sealTerms, payload, seenHash: null });
};

/** Private terms → sealed and signed → the public offer. */
export const SealTermsPage = (): ReactElement => {
  const { t } = useTranslation();
  const nameOf = useActName();
  const navigate = useNavigate();
  const sayDone = useSayDone();
  const session = useSignedIn();
  const sealing = useMutation({ mutationFn: (draft: TermsDraft) => prepare(session, draft) });
  if (!mayAct(session, taskActs.sealTerms)) return <Alert color="yellow">{t('act.notYours')}</Alert>;
  const { data: command, variables: draft } = sealing;
  return (
    <Stack maw={860}>
      <PageHead title={t('tasks.offer')} />
      {command === undefined ? (
        <TermsForm
          client={session.enterprise}
          preparing={sealing.isPending}
          error={sealing.error}
          onSubmit={sealing.mutate}
        />
      ) : (
        <SignCommand
          command={command}
          signingKey={session.key}
          summary={
            <Stack gap="xs">
              <Text fw={600}>{nameOf('Task', 'sealTerms')}</Text>
              <Firm id={draft.cdmo} />
              <TermsFacts terms={draft.terms} />
            </Stack>
          }
          onBack={() => sealing.reset()}
          onDone={(submitted) => {
            sayDone(submitted);
            void navigate(actPath(taskActs.offer, { fixed: { ...command.payload }, back: '/tasks' }));
          }}
        />
      )}
    </Stack>
  );
};
