import { Alert, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import type { Command } from '@yaosu/chaincode/model/kernel/command';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { mayAct } from '../../lib/may-act.js';
import { useSignedIn } from '../../lib/session.js';
import { Facts } from '../../ui/facts.js';
import { PageHead } from '../../ui/page-head.js';
import { SignCommand } from '../../ui/sign-command.js';
import { useActName } from '../../ui/use-act-name.js';
import { useSayDone } from '../../ui/use-say-done.js';
import { CommissionForm } from './commission-form.js';
import { prepareCommission, type Wanted } from './prepare-commission.js';

const Summary = ({ command, wanted }: { command: Command; wanted: Wanted }): ReactElement => {
  const { t } = useTranslation();
  const nameOf = useActName();
  const { gtin, count } = wanted;
  return (
    <Stack gap="xs">
      <Text fw={600}>{nameOf(command.contract, command.act)}</Text>
      <Facts
        facts={[
          [t('fields.prefix'), gtin],
          [t('codes.count'), count],
        ]}
      />
    </Stack>
  );
};

/** Form → the commission, signed → the batch's page. The gateway makes the serials of the reserved blocks anew when asked. */
export const CommissionBatchPage = (): ReactElement => {
  const { t } = useTranslation();
  const nameOf = useActName();
  const navigate = useNavigate();
  const sayDone = useSayDone();
  const session = useSignedIn();
  const { id: batch = '' } = useParams();
  const commission = useMutation({ mutationFn: (wanted: Wanted) => prepareCommission(session, wanted) });
  if (!mayAct(session, HEADS.Code.commission)) return <Alert color="yellow">{t('act.notYours')}</Alert>;
  const { data: command, variables: wanted } = commission;
  return (
    <Stack maw={860}>
      <PageHead title={nameOf('Code', 'commission')} />
      {command === undefined ? (
        <CommissionForm
          batch={batch}
          preparing={commission.isPending}
          error={commission.error}
          onSubmit={commission.mutate}
        />
      ) : (
        <SignCommand
          command={command}
          signingKey={session.key}
          summary={<Summary command={command} wanted={wanted} />}
          onBack={() => commission.reset()}
          onDone={(submitted) => {
            sayDone(submitted);
            void navigate(`/batches/${batch}`);
          }}
        />
      )}
    </Stack>
  );
};
