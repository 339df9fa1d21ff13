import { Loader, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { plaintextDigest } from '@yaosu/chaincode/signing/plaintext-digest';
import { ApiError } from '@yaosu/gateway/api/api-error';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../lib/api.js';
import { EvidencePhoto } from './evidence-photo.js';
import { Hash } from './hash.js';
import { partsOf, type StatementParts } from './statement-parts.js';
import { useErrorText } from './use-error-text.js';

/** What is not here and what is not for the reader is answered alike: the digest is all that there is to see. */
const NOT_OPEN: readonly string[] = ['RECORD_NOT_FOUND', 'PURPOSE_REQUIRED'];

const readParts = async (digest: string, record: string | undefined): Promise<StatementParts | null> => {
  try {
    const { salt, content } = await api.read('statement', { digest }, record === undefined ? {} : { record });
    return plaintextDigest(salt, content) === digest ? partsOf(content) : null;
  } catch (error) {
    if (error instanceof ApiError && NOT_OPEN.includes(error.code)) return null;
    throw error;
  }
};

const Parts = ({ parts: { words, photo } }: { readonly parts: StatementParts }): ReactElement => {
  const { t } = useTranslation();
  return (
    <Stack gap={0} component="span">
      {words !== null && (
        <Text span size="sm" title={t('batches.matches')} style={{ whiteSpace: 'pre-wrap' }}>
          {words}
        </Text>
      )}
      {photo !== null && <EvidencePhoto source={photo} words={words} />}
    </Stack>
  );
};

/**
 * Words and photo behind a signed digest, after a check here; else the digest.
 * @param record key of the record that they go with, whose readers may read them; without it only who wrote them may
 */
export const Statement = ({
  digest,
  record,
}: {
  readonly digest: string | null;
  readonly record?: string;
}): ReactElement => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const { data, error, isLoading } = useQuery({
    queryKey: ['statement', digest, record],
    queryFn: () => readParts(digest ?? '', record),
    enabled: digest !== null,
    staleTime: Infinity,
    retry: false,
  });
  if (digest === null) return <>–</>;
  if (isLoading) return <Loader size="xs" aria-label={t('loading')} />;
  if (data !== undefined && data !== null) return <Parts parts={data} />;
  return (
    <>
      <Hash value={digest} />
      {error !== null && (
        <Text size="xs" c="dimmed" component="span" display="block">
          {errorText(error)}
        </Text>
      )}
    </>
  );
};
