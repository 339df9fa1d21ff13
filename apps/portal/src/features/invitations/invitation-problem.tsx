import { Alert, Button, Stack, Text } from '@mantine/core';
import { ApiError } from '@yaosu/gateway/api/api-error';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkWrong } from './open-invitation.js';

/** Refusals of a link that nothing mends. */
const PROBLEMS: Partial<Readonly<Record<ApiError['code'], string>>> = {
  KEY_REVOKED: 'revoked',
  KEY_NOT_VALID: 'expired',
  SESSION_REFUSED: 'unknown',
};

const problemOf = (error: unknown): string => {
  if (error instanceof LinkWrong) return error.reason;
  return (error instanceof ApiError && PROBLEMS[error.code]) || 'away';
};

/** Why a link opens nothing, in a sentence, and what to do. */
export const InvitationProblem = ({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry: () => void;
}): ReactElement => {
  const { t } = useTranslation();
  const problem = problemOf(error);
  return (
    <Alert color="red" title={t('invitations.closed')} role="alert">
      <Stack align="flex-start" gap="sm">
        <Text size="sm">{t(`invitations.problems.${problem}`)}</Text>
        {problem === 'away' && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
};
