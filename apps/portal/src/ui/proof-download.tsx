import { Group } from '@mantine/core';
import { splitKey } from '@yaosu/chaincode/model/kernel/keys';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../lib/api.js';
import { SaveProof } from './save-proof.js';

/** Longer parts are ids, which tell a reader nothing. */
const LONGEST_NAME = 24;

interface Written {
  readonly key: string;
  readonly type: ReturnType<typeof splitKey>;
}

/** What tells records of one type apart: the last part of the key where it is a name, else which of them it is. */
const tellApart = ({ key, type }: Written, all: readonly Written[]): string => {
  const alike = all.filter((other) => other.type?.type === type?.type);
  const last = type?.parts.at(-1) ?? '';
  if (alike.length < 2) return '';
  if (last.length <= LONGEST_NAME) return ` · ${last}`;
  return ` · ${String(alike.findIndex((other) => other.key === key) + 1)}`;
};

/** Buttons that download the bundle of each record that a transaction wrote. */
export const ProofDownload = ({ keys }: { readonly keys: readonly string[] }): ReactElement => {
  const { t } = useTranslation();
  const written = keys.map((key) => ({ key, type: splitKey(key) }));
  return (
    <Group gap="xs">
      {written.map((each) => (
        <SaveProof
          key={each.key}
          label={t('proof.download', {
            type: `${each.type === undefined ? each.key : t(`recordTypes.${each.type.type}`)}${tellApart(each, written)}`,
          })}
          file={each.key}
          load={() => api.read('recordProof', { key: each.key })}
        />
      ))}
    </Group>
  );
};
