import { Alert, Button, Center, Loader, Stack, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { ApiError } from '@yaosu/gateway/api/api-error';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PurposeInput } from './purpose-input.js';
import { useErrorText } from './use-error-text.js';

interface Props<T> {
  readonly query: UseQueryResult<T>;
  /** Shown instead of the content when `isEmpty` says so. */
  readonly empty?: ReactNode;
  readonly isEmpty?: (data: T) => boolean;
  readonly children: (data: T) => ReactNode;
}

/** A page that was read once stays when it cannot be read anew for want of a connection: a form on it is not lost. */
const isFailed = <T,>({ data, error, isError }: UseQueryResult<T>): boolean =>
  isError && (data === undefined || error instanceof ApiError);

const isOfCode = (error: unknown, code: ApiError['code']): boolean =>
  error instanceof ApiError && error.code === code;

/** The three states that every read has besides its content: loading, failed, empty. */
export const Loaded = <T,>({ query, empty, isEmpty, children }: Props<T>): ReactElement => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  if (query.isPending) {
    return (
      <Center py="xl" aria-busy>
        <Loader aria-label={t('loading')} />
      </Center>
    );
  }
  if (isFailed(query) || query.data === undefined) {
    // Nothing failed: an authority has yet to say why it reads.
    const isUnasked = isOfCode(query.error, 'PURPOSE_REQUIRED');
    return (
      <Alert color={isUnasked ? 'blue' : 'red'} title={t(isUnasked ? 'purposeFirst' : 'failed')}>
        <Stack align="flex-start" gap="sm">
          <Text size="sm">{errorText(query.error)}</Text>
          {isUnasked && <PurposeInput />}
          <Button size="xs" variant="default" onClick={() => void query.refetch()}>
            {t('retry')}
          </Button>
        </Stack>
      </Alert>
    );
  }
  if (isEmpty?.(query.data) === true) {
    return (
      <Center py="xl">
        <Text c="dimmed">{empty ?? t('empty')}</Text>
      </Center>
    );
  }
  return <>{children(query.data)}</>;
};
