import { Alert, Button, Stack } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../ui/use-error-text.js';

/** A page that could not be loaded or drawn. */
export const RouteFailed = ({ error }: { readonly error: unknown }): ReactElement => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  return (
    <Alert color="red" title={t('failed')}>
      <Stack align="flex-start" gap="sm">
        {errorText(error)}
        <Button size="xs" variant="default" onClick={() => window.location.reload()}>
          {t('retry')}
        </Button>
      </Stack>
    </Alert>
  );
};
