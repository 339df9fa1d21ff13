import { Alert, Anchor, Button, Container, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { newDeviceKey, type DeviceKey } from '@yaosu/identity/keys/device-key';
import { loadDeviceKey, saveDeviceKey } from '@yaosu/identity/keys/device-key-store';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../lib/api.js';
import { encodeKeyRequest } from '../../lib/key-request.js';
import { ownLogin } from '../../lib/own-login.js';
import { CopyText } from '../../ui/copy-text.js';
import { PageHead } from '../../ui/page-head.js';
import { Preferences } from '../../ui/preferences.js';
import { Section } from '../../ui/section.js';
import { useErrorText } from '../../ui/use-error-text.js';
import { admissionOf, SignAdmission } from './sign-admission.js';

/** The key of a name on this device, made when there is none. */
const keyNamed = async (name: string): Promise<DeviceKey> => {
  const { ledgerId } = await api.read('network', {});
  const place = `${ledgerId ?? ''}/${ownLogin(name)}`;
  const known = await loadDeviceKey(place);
  if (known !== undefined) return known;
  const key = await newDeviceKey();
  await saveDeviceKey(place, key);
  return key;
};

const AdmissionOf = ({ deviceKey }: { readonly deviceKey: DeviceKey }): ReactElement => {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const found = admissionOf(text, deviceKey);
  return (
    <>
      <Section title={t('keys.forAdministrator')}>
        <CopyText label={t('keys.request')} text={encodeKeyRequest(deviceKey)} />
      </Section>
      {found === undefined ? (
        <Section title={t('keys.fromAdministrator')}>
          <Textarea
            label={t('coSign.paste')}
            autosize
            minRows={3}
            maxRows={8}
            error={text.trim() !== '' && t('keys.notThisKey')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </Section>
      ) : (
        <SignAdmission {...found} deviceKey={deviceKey} onBack={() => setText('')} />
      )}
    </>
  );
};

/** A new person's way in: a key is made here, an administrator admits it, then it signs in by its name. */
export const NewKeyPage = (): ReactElement => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [name, setName] = useState('');
  const key = useMutation({ mutationFn: keyNamed });
  return (
    <Container size="md" py="xl">
      <Stack>
        <PageHead title={t('keys.new')}>
          <Preferences />
        </PageHead>
        <Text c="dimmed">{t('keys.newHint')}</Text>
        {key.data === undefined ? (
          <>
            <TextInput
              label={t('keys.name')}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Group>
              <Button
                loading={key.isPending}
                disabled={name.trim() === ''}
                onClick={() => key.mutate(name.trim())}
              >
                {t('keys.make')}
              </Button>
            </Group>
            {key.isError && <Alert color="red">{errorText(key.error)}</Alert>}
          </>
        ) : (
          <AdmissionOf deviceKey={key.data} />
        )}
        <Anchor component={Link} to="/sign-in" size="sm">
          {t('session.title')}
        </Anchor>
      </Stack>
    </Container>
  );
};
