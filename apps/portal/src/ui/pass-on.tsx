import { Stack, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyText } from './copy-text.js';

/** What the next signer gets: the command with the signatures so far. */
export const PassOn = ({ text }: { readonly text: string }): ReactElement => {
  const { t } = useTranslation();
  return (
    <Stack>
      <Title order={2} size="h4">
        {t('coSign.passOn')}
      </Title>
      <Text size="sm">{t('coSign.passOnHint')}</Text>
      <CopyText label={t('coSign.toNext')} text={text} />
    </Stack>
  );
};
