import { Alert, Loader, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { codeActs } from '@yaosu/chaincode/model/code/acts';
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
import { useErrorText } from '../../ui/use-error-text.js';
import { useSayDone } from '../../ui/use-say-done.js';
import { CommissionForm } from './commission-form.js';
import { prepareCommission, prepareList, type Prepared, type Wanted } from './prepare-commission.js';

const Summary = ({ command, prepared }: { command: Command; prepared: Prepared }): ReactElement => {
  const { t } = useTranslation();
  const nameOf = useActName();
  const { gtin, count } = prepared.wanted;
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

/** Form → the list goes to the vault (first signature) → the commission (second signature) → the batch's page. */
export const CommissionBatchPage = (): ReactElement => {
  const { t } = useTranslation();
  const nameOf = useActName();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const sayDone = useSayDone();
  const session = useSignedIn();
  const { id: batch = '' } = useParams();
  const list = useMutation({ mutationFn: (wanted: Wanted) => prepareList(session, wanted) });
  const commission = useMutation({ mutationFn: (made: Prepared) => prepareCommission(session, made) });
  if (!mayAct(session, codeActs.commission)) return <Alert color="yellow">{t('act.notYours')}</Alert>;
  const { data: prepared } = list;
  const { data: command } = commission;
  const sign = (each: Command, made: Prepared, step: number, onDone: () => void): ReactElement => (
    <>
      <Text>{t('codes.step', { step })}</Text>
      <SignCommand
        key={each.cmd}
        command={each}
        deviceKey={session.key}
        summary={<Summary command={each} prepared={made} />}
        onBack={() => list.reset()}
        onDone={(submitted) => {
          sayDone(submitted);
          onDone();
        }}
      />
    </>
  );
  return (
    <Stack maw={860}>
      <PageHead title={nameOf('Code', 'commission')} />
      {prepared === undefined && (
        <CommissionForm batch={batch} preparing={list.isPending} error={list.error} onSubmit={list.mutate} />
      )}
      {prepared !== undefined &&
        commission.isIdle &&
        sign(prepared.publish, prepared, 1, () => commission.mutate(prepared))}
      {commission.isPending && <Loader aria-label={t('loading')} />}
      {commission.isError && <Alert color="red">{errorText(commission.error)}</Alert>}
      {prepared !== undefined &&
        command !== undefined &&
        sign(command, prepared, 2, () => void navigate(`/batches/${batch}`))}
    </Stack>
  );
};
