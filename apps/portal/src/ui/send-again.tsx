import { Alert, Button, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useErrorText } from './use-error-text.js';

const LOOKS = 20;
const BETWEEN_MS = 500;

interface Props {
  readonly label: string;
  readonly send: () => Promise<unknown>;
  /** Whether the other side has answered; no block tells of that. */
  readonly isAnswered: () => Promise<boolean>;
}

const sendAndWait = async ({ send, isAnswered }: Props): Promise<void> => {
  await send();
  for (let look = 0; look < LOOKS && !(await isAnswered()); look += 1)
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
};

/** Has something that was refused sent once more, and waits a while for the answer. */
export const SendAgain = (props: Props): ReactElement => {
  const errorText = useErrorText();
  const queries = useQueryClient();
  const sending = useMutation({
    mutationFn: () => sendAndWait(props),
    onSettled: () => queries.invalidateQueries(),
  });
  return (
    <Stack gap="xs" align="flex-start">
      <Button size="compact-sm" loading={sending.isPending} onClick={() => sending.mutate()}>
        {props.label}
      </Button>
      {sending.error !== null && <Alert color="red">{errorText(sending.error)}</Alert>}
    </Stack>
  );
};
