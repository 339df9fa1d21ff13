import { ApiError } from '@yaosu/gateway/api/api-error';
import type { AnyErrorCode } from '@yaosu/gateway/api/error-codes';
import { ERRORS } from '@yaosu/gateway/api/errors';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../ui/use-error-text.js';
import type { Entry } from './sending/entry.js';

const isCode = (problem: string): problem is AnyErrorCode => Object.hasOwn(ERRORS, problem);

/** Why a row was refused or could not be sent, in words with the code; empty when nothing is wrong. */
export const useEntryText = (): ((entry: Entry) => string) => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  return ({ problem }) => {
    if (problem === null) return '';
    return isCode(problem) ? errorText(new ApiError(problem)) : t('import.noSignal');
  };
};
