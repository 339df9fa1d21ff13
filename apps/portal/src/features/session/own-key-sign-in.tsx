import { Anchor, Button, Group, TextInput } from '@mantine/core';
import { ownLogin } from '@yaosu/gateway/api/browser/own-login';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** Signing in with a key that was made on this device, and the way to a new one. */
export const OwnKeySignIn = ({ onChoose }: { readonly onChoose: (login: string) => void }): ReactElement => {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  return (
    <Group mt="xl" align="flex-end">
      <TextInput
        label={t('keys.name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button variant="default" disabled={name.trim() === ''} onClick={() => onChoose(ownLogin(name.trim()))}>
        {t('keys.use')}
      </Button>
      <Anchor component={Link} to="/new-key" size="sm">
        {t('keys.new')}
      </Anchor>
    </Group>
  );
};
