import { Alert, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { codeActs } from '@yaosu/chaincode/model/code/acts';
import type { Command } from '@yaosu/chaincode/model/kernel/command';
import type { CallAnswer } from '@yaosu/gateway/api/calls';
import { seenHashOf } from '@yaosu/gateway/api/seen-hash';
import { newOwnCommand } from '@yaosu/identity/keys/own-command';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../lib/api.js';
import { mayAct } from '../../lib/may-act.js';
import { useSignedIn, type Session } from '../../lib/session.js';
import { Facts } from '../../ui/facts.js';
import { PageHead } from '../../ui/page-head.js';
import { SignCommand } from '../../ui/sign-command.js';
import { useActName } from '../../ui/use-act-name.js';
import { useSayDone } from '../../ui/use-say-done.js';
import { ApplyForm, type Application } from './apply-form.js';
import { useOdds } from './use-odds.js';

interface Prepared {
  readonly command: Command;
  readonly answer: CallAnswer<'codeApplication'>;
}

const prepare = async (session: Session, application: Application): Promise<Prepared> => {
  const answer = await api.call('codeApplication', application);
  const act = codeActs.reserve;
  const payload = answer.reserve;
  const command = newOwnCommand(session, {
    ...{ act, payload },
    seenHash: await seenHashOf(api, act, payload),
  });
  return { command, answer };
};

interface SummaryProps {
  readonly prepared: Prepared;
  readonly application: Application;
}

const Summary = ({ prepared: { command, answer }, application }: SummaryProps): ReactElement => {
  const { t } = useTranslation();
  const nameOf = useActName();
  const oddsOf = useOdds();
  return (
    <Stack gap="xs">
      <Text fw={600}>{nameOf(command.contract, command.act)}</Text>
      <Facts
        facts={[
          [t('fields.prefix'), application.gtin],
          [t('codes.scheme'), t(`codes.schemes.${application.scheme}`)],
          [t('codes.size'), answer.codes],
          [t('codes.guess'), oddsOf(answer.guessRate)],
          [t('codes.guessLater'), oddsOf(answer.guessRateAt1e8)],
        ]}
      />
    </Stack>
  );
};

/** Form → what the gateway proposes, with the chance of a guess → signed. */
export const ApplyPage = (): ReactElement => {
  const { t } = useTranslation();
  const nameOf = useActName();
  const navigate = useNavigate();
  const sayDone = useSayDone();
  const session = useSignedIn();
  const applying = useMutation({ mutationFn: (application: Application) => prepare(session, application) });
  if (!mayAct(session, codeActs.reserve)) return <Alert color="yellow">{t('act.notYours')}</Alert>;
  const { data: prepared, variables: application } = applying;
  return (
    <Stack maw={860}>
      <PageHead title={nameOf('Code', 'reserve')} />
      {prepared === undefined ? (
        <ApplyForm preparing={applying.isPending} error={applying.error} onSubmit={applying.mutate} />
      ) : (
        <SignCommand
          command={prepared.command}
          signingKey={session.key}
          summary={<Summary prepared={prepared} application={application} />}
          onBack={() => applying.reset()}
          onDone={(submitted) => {
            sayDone(submitted);
            void navigate('/codes');
          }}
        />
      )}
    </Stack>
  );
};
