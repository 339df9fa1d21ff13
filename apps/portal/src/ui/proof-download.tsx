import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { canonicalJson } from '@yaosu/chaincode/signing/canonical-json';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../lib/api.js';
import { saveFile } from '../lib/save-file.js';
import { useErrorText } from './use-error-text.js';

/** Buttons that download the bundle of each record that a transaction wrote; it is verified offline. */
export const ProofDownload = ({ keys }: { readonly keys: readonly string[] }): ReactElement => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const download = useMutation({
    mutationFn: async (key: string) => {
      const { bundle } = await api.read('recordProof', { key });
      saveFile(`${key}.proof.json`, new Blob([canonicalJson(bundle)], { type: 'application/json' }));
    },
  });
  return (
    <Group gap="xs">
      {keys.map((key) => (
        <Button
          key={key}
          size="compact-xs"
          variant="default"
          loading={download.isPending && download.variables === key}
          onClick={() => download.mutate(key)}
        >
          {t('proof.download', { type: key.split('~')[0] })}
        </Button>
      ))}
      {download.error === null ? null : <span role="alert">{errorText(download.error)}</span>}
    </Group>
  );
};
