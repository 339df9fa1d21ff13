import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { sha256Hex } from '@yaosu/chaincode/signing/bytes';
import { canonicalJson } from '@yaosu/chaincode/signing/canonical-json';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../lib/api.js';
import { Hash } from './hash.js';

/** Words that were written at a desk (`text`) or on a phone, beside a photo (`words`). */
const wordsOf = (content: Readonly<Record<string, unknown>>): string | null => {
  const words = content['text'] ?? content['words'];
  return typeof words === 'string' && words !== '' ? words : null;
};

const readWords = async (digest: string): Promise<string | null> => {
  const found = await api.read('statement', { digest }).catch(() => undefined);
  if (found === undefined) return null;
  const { salt, content } = found;
  const matches = sha256Hex(`${salt}${canonicalJson(content)}`) === digest;
  return matches ? wordsOf(content) : null;
};

/** Words behind a signed digest: readable to the enterprise that wrote them, after a check here; else the digest. */
export const Statement = ({ digest }: { readonly digest: string | null }): ReactElement => {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['statement', digest],
    queryFn: () => readWords(digest ?? ''),
    enabled: digest !== null,
    staleTime: Infinity,
    retry: false,
  });
  if (digest === null) return <>–</>;
  if (data === undefined || data === null) return <Hash value={digest} />;
  return (
    <Text span size="sm" title={t('batches.matches')} style={{ whiteSpace: 'pre-wrap' }}>
      {data}
    </Text>
  );
};
