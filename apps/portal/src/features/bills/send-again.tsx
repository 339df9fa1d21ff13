import { Alert, Button, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BillView } from '@yaosu/gateway/api/bills';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';
import { useErrorText } from '../../ui/use-error-text.js';

const LOOKS = 20;
const BETWEEN_MS = 500;

/** Sends it, and waits a while for the platform's answer, of which no block tells. */
const sendAndWait = async (id: string): Promise<void> => {
  await api.call('sendBillAgain', { bill: id });
  for (let look = 0; look < LOOKS; look += 1) {
    const { bill } = await api.read('bill', { id }, { limit: 1 });
    if (bill.state === 'accepted' || bill.state === 'refused') return;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
  }
};

/** Has a refused bill sent once more. */
export const SendAgain = ({ id }: Pick<BillView, 'id'>): ReactElement => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const sending = useMutation({
    mutationFn: () => sendAndWait(id),
    onSettled: () => queries.invalidateQueries(),
  });
  return (
    <Stack gap="xs" align="flex-start">
      <Button size="compact-sm" loading={sending.isPending} onClick={() => sending.mutate()}>
        {t('bills.again')}
      </Button>
      {sending.error !== null && <Alert color="red">{errorText(sending.error)}</Alert>}
    </Stack>
  );
};
