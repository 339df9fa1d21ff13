import { ApiError } from '@yaosu/gateway/api/api-error';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../ui/use-error-text.js';

const INTERNAL = 'DESTINATION_INTERNAL';

/** What a refusal names as wrong: parameters, or parts of a subscription. */
const issuesOf = (error: unknown): readonly string[] => {
  if (!(error instanceof ApiError)) return [];
  const issues: unknown = (error.details as Readonly<Record<string, unknown>> | undefined)?.['issues'];
  return Array.isArray(issues) ? issues.map(String) : [];
};

/** A refusal of the standard's in words, with the parts that it names. */
export const useProblemText = (): ((error: unknown) => string) => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  return (error) => {
    const named = issuesOf(error).map((issue) =>
      issue.includes(INTERNAL) ? t('events.internalDest') : issue,
    );
    return [errorText(error), ...named].join(' ');
  };
};
