import { Alert, Button, Group, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ownLogin } from '@yaosu/gateway/api/browser/own-login';
import { newDeviceKey } from '@yaosu/identity/keys/device-key';
import { loadKey, saveKey } from '@yaosu/identity/keys/key-store';
import { newPasskey } from '@yaosu/identity/keys/passkey';
import { passkeyPlace, type PasskeyPlace } from '@yaosu/identity/keys/passkey-place';
import type { SigningKey } from '@yaosu/identity/keys/signing-key';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';
import { Loaded } from '../../ui/loaded.js';
import { useErrorText } from '../../ui/use-error-text.js';
import { KeyKind, makesPasskeys, type Holder } from './key-kind.js';

/** The key of a name in this browser, made when there is none. */
const keyNamed = async (name: string, holder: Holder): Promise<SigningKey> => {
  const { ledgerId } = await api.read('network', {});
  const entry = `${ledgerId ?? ''}/${ownLogin(name)}`;
  const known = await loadKey(entry);
  if (known !== undefined) return known;
  const key = holder === 'passkey' ? await newPasskey(name) : await newDeviceKey();
  await saveKey(entry, key);
  return key;
};

interface Props {
  readonly onMade: (key: SigningKey) => void;
}

const Form = ({ place, onMade }: Props & { readonly place: PasskeyPlace }): ReactElement => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [name, setName] = useState('');
  const [holder, setHolder] = useState<Holder>(makesPasskeys(place) ? 'passkey' : 'device');
  const make = useMutation({ mutationFn: () => keyNamed(name.trim(), holder), onSuccess: onMade });
  return (
    <>
      <TextInput
        label={t('keys.name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <KeyKind place={place} value={holder} onChange={setHolder} />
      <Group>
        <Button loading={make.isPending} disabled={name.trim() === ''} onClick={() => make.mutate()}>
          {t('keys.make')}
        </Button>
      </Group>
      {make.isError && <Alert color="red">{errorText(make.error)}</Alert>}
    </>
  );
};

/** Names a new key and chooses what holds it. */
export const MakeKey = ({ onMade }: Props): ReactElement => {
  const place = useQuery({ queryKey: ['passkeyPlace'], queryFn: passkeyPlace });
  return <Loaded query={place}>{(found) => <Form place={found} onMade={onMade} />}</Loaded>;
};
