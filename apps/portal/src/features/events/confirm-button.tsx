import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../ui/use-error-text.js';

interface Props {
  readonly label: string;
  /** What is asked before it is done. */
  readonly question: string;
  readonly act: () => Promise<unknown>;
}

/** A button that asks before it does what cannot be taken back. */
export const ConfirmButton = ({ label, question, act }: Props): ReactElement => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [isAsked, setAsked] = useState(false);
  const doing = useMutation({ mutationFn: act });
  if (!isAsked) {
    return (
      <Button size="compact-xs" variant="default" onClick={() => setAsked(true)}>
        {label}
      </Button>
    );
  }
  return (
    <Group gap="xs">
      <Text size="sm">{question}</Text>
      <Button size="compact-xs" color="red" loading={doing.isPending} onClick={() => doing.mutate()}>
        {t('events.confirm')}
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => setAsked(false)}>
        {t('signing.cancel')}
      </Button>
      {doing.isError && (
        <Text size="sm" c="red" role="alert">
          {errorText(doing.error)}
        </Text>
      )}
    </Group>
  );
};
