import { Group } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../lib/api.js';
import { SaveProof } from './save-proof.js';

/** Buttons that download the bundle of each record that a transaction wrote. */
export const ProofDownload = ({ keys }: { readonly keys: readonly string[] }): ReactElement => {
  const { t } = useTranslation();
  return (
    <Group gap="xs">
      {keys.map((key) => (
        <SaveProof
          key={key}
          label={t('proof.download', { type: key.split('~')[0] })}
          file={key}
          load={() => api.read('recordProof', { key })}
        />
      ))}
    </Group>
  );
};
