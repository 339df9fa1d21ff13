import { Alert, Anchor, Radio, Stack } from '@mantine/core';
import type { PasskeyPlace } from '@yaosu/identity/keys/passkey-place';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** What holds a new key. */
export type Holder = 'passkey' | 'device';

const HOLDERS: readonly Holder[] = ['passkey', 'device'];
const LOOPBACK = ['127.0.0.1', '[::1]'];

/** Whether a passkey can be made at all. */
export const makesPasskeys = (place: PasskeyPlace): boolean => place === 'ready' || place === 'securityKey';

/** Where this server is found under a name: its own machine has one, others read it on the page that lets phones in. */
const NamedPlace = (): ReactElement => {
  const { t } = useTranslation();
  const { hostname, port, pathname } = location;
  return LOOPBACK.includes(hostname) ? (
    <Anchor href={`http://localhost:${port}${pathname}`} size="sm">
      {t('keys.named')}
    </Anchor>
  ) : (
    <Anchor href="/pair" size="sm">
      {t('keys.pairing')}
    </Anchor>
  );
};

interface Props {
  readonly place: PasskeyPlace;
  readonly value: Holder;
  readonly onChange: (holder: Holder) => void;
}

/** Choosing what holds a new key; says beforehand why a passkey cannot be made here, and what to do. */
export const KeyKind = ({ place, value, onChange }: Props): ReactElement => {
  const { t } = useTranslation();
  const change = (next: string): void => {
    const holder = HOLDERS.find((each) => each === next);
    if (holder !== undefined) onChange(holder);
  };
  return (
    <>
      <Radio.Group label={t('keys.kind')} value={value} onChange={change}>
        <Stack mt="xs" gap="sm">
          {HOLDERS.map((holder) => (
            <Radio
              key={holder}
              value={holder}
              disabled={holder === 'passkey' && !makesPasskeys(place)}
              label={t(`keys.kinds.${holder}`)}
              description={t(`keys.kindHints.${holder}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {place !== 'ready' && (value === 'passkey' || !makesPasskeys(place)) && (
        <Alert color="yellow">
          <Stack gap="xs" align="flex-start">
            {t(`keys.places.${place}`, { host: location.host })}
            {place === 'address' && <NamedPlace />}
          </Stack>
        </Alert>
      )}
    </>
  );
};
