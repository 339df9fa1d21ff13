import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOf, type KeyRequest } from '../../lib/key-request.js';
import { Facts } from '../../ui/facts.js';
import { Hash } from '../../ui/hash.js';
import { useValueText } from '../../ui/use-value-text.js';

/** Which kind of key is to be admitted, and where a passkey signs. */
export const KeyFacts = ({ of: key }: { readonly of: KeyRequest }): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  const { kid, webauthn } = key;
  return (
    <Facts
      facts={[
        [t('fields.kid'), <Hash key="kid" value={kid} />],
        [t('cols.kind'), textOf(kindOf(key))],
        ...(webauthn === null ? [] : [[t('keys.onlyAt'), webauthn.origin] as const]),
      ]}
    />
  );
};
