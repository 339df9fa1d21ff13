import { Button, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession, useSignedIn } from '../../lib/session.js';
import { Firm } from '../../ui/firm.js';
import { PurposeInput } from '../../ui/purpose-input.js';

/** Enterprise and functions of the person signed in. */
export const WhoAmI = (): ReactElement => {
  const { t } = useTranslation();
  const session = useSignedIn();
  const { signOut } = useSession();
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        <Firm id={session.enterprise} />
      </Text>
      <Text size="xs" c="dimmed">
        {session.functions.map((name) => t(`functions.${name}`)).join(' · ')}
      </Text>
      {session.roles.includes('authority') && <PurposeInput />}
      <Button variant="subtle" size="xs" onClick={signOut} justify="flex-start" px={0}>
        {t('signOut')}
      </Button>
    </Stack>
  );
};
