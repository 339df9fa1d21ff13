import { ApiError } from '@yaosu/gateway/api/api-error';
import { PhoneLocked } from '../lock/keyring.js';
import { sentenceOf } from '../texts/sentence-of.js';
import { t } from '../texts/texts.js';

/** What went wrong, as the ledger's own sentence where it has one. */
export const failureWords = (error: unknown): string => {
  if (error instanceof PhoneLocked) return t('lockedElsewhere');
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return t('phoneFull');
  return error instanceof ApiError ? sentenceOf(error.code) : String(error);
};
