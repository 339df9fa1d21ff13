import { Alert, Button, Group, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ALERT_CAUSES, TRIAGE_OUTCOMES, type AlertCause } from '@yaosu/chaincode/model/alert/states';
import { MAX_NOTE, type AlertView } from '@yaosu/gateway/api/alerts';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';
import { useErrorText } from '../../ui/use-error-text.js';

type Outcome = (typeof TRIAGE_OUTCOMES)[number];

/** Says what was found about an alert; whoever has found something meanwhile is shown first. */
export const TriageForm = ({ alert }: { readonly alert: AlertView }): ReactElement => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const [outcome, setOutcome] = useState<Outcome>('explained');
  const [cause, setCause] = useState<AlertCause>(alert.cause);
  const [note, setNote] = useState('');
  const body = { alert: alert.id, outcome, cause, note: note.trim(), seen: alert.triages.length };
  const sending = useMutation({
    mutationFn: () => api.call('triage', body),
    onSettled: () => queries.invalidateQueries({ queryKey: ['alerts'] }),
  });
  return (
    <Stack gap="sm">
      <Group grow align="flex-start">
        <NativeSelect
          label={t('alerts.outcome')}
          value={outcome}
          onChange={(event) => setOutcome(event.currentTarget.value as Outcome)}
          data={TRIAGE_OUTCOMES.map((value) => ({ value, label: t(`alerts.outcomes.${value}`) }))}
        />
        <NativeSelect
          label={t('alerts.foundCause')}
          value={cause}
          onChange={(event) => setCause(event.currentTarget.value as AlertCause)}
          data={ALERT_CAUSES.map((value) => ({ value, label: t(`alerts.causes.${value}`) }))}
        />
      </Group>
      <Textarea
        label={t('alerts.note')}
        description={t('alerts.noteHint')}
        maxLength={MAX_NOTE}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        autosize
        minRows={2}
      />
      {sending.error !== null && <Alert color="red">{errorText(sending.error)}</Alert>}
      <Group>
        <Button loading={sending.isPending} disabled={body.note === ''} onClick={() => sending.mutate()}>
          {t('alerts.send')}
        </Button>
      </Group>
    </Stack>
  );
};
