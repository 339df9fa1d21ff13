import { Button, CopyButton, Group, Stack, Textarea } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** A text that is given to somebody else. */
export const CopyText = ({
  label,
  text,
}: {
  readonly label: string;
  readonly text: string;
}): ReactElement => {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <Textarea label={label} value={text} readOnly autosize minRows={2} maxRows={6} ff="monospace" />
      <Group>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button size="xs" variant="light" onClick={copy}>
              {t(copied ? 'coSign.copied' : 'coSign.copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Stack>
  );
};
