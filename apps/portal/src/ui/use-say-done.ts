import type { Submitted } from '@yaosu/gateway/api/client';
import { useTranslation } from 'react-i18next';
import { sayToast } from '../lib/toasts.js';

/** Says that a command is on the ledger, or that it is kept until the ledger is back. */
export const useSayDone = (): ((submitted: Submitted) => void) => {
  const { t } = useTranslation();
  return (submitted) => {
    const isCommitted = submitted.state === 'committed';
    void sayToast({
      color: isCommitted ? 'teal' : 'yellow',
      closeButtonProps: { 'aria-label': t('close') },
      message: isCommitted ? t('signing.done', { block: submitted.block }) : t('signing.pending'),
    });
  };
};
