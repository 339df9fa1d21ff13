import { ApiError } from '@yaosu/gateway/api/api-error';
import { ERRORS } from '@yaosu/gateway/api/errors';
import { NotSignedError } from '@yaosu/identity/keys/not-signed-error';
import { useTranslation } from 'react-i18next';
import { useEnterpriseName } from '../lib/use-enterprises.js';

/** Enterprises that a refusal names as a way out, e.g. qualified suppliers. */
const namedIn = ({ details }: ApiError): readonly string[] => {
  const suppliers: unknown = (details as Readonly<Record<string, unknown>> | undefined)?.['suppliers'];
  return Array.isArray(suppliers) ? suppliers.map(String) : [];
};

/** The sentence for a refusal in the reader's language, with its code and the enterprises that it names. */
export const useErrorText = (): ((error: unknown) => string) => {
  const { t, i18n } = useTranslation();
  const firm = useEnterpriseName();
  return (error) => {
    if (error instanceof NotSignedError) return t(`keys.notSigned.${error.reason}`);
    if (!(error instanceof ApiError)) return error instanceof Error ? error.message : String(error);
    const { zh, en } = ERRORS[error.code];
    const sentence = i18n.language === 'zh' ? zh : en;
    const named = namedIn(error).map(firm);
    return `${sentence} (${error.code})${named.length === 0 ? '' : ` ${named.join(t('act.and'))}`}`;
  };
};
