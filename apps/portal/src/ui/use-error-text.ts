import { ApiError } from '@yaosu/gateway/api/api-error';
import { useTranslation } from 'react-i18next';

/** The sentence for a refusal in the reader's language, with its code. */
export const useErrorText = (): ((error: unknown) => string) => {
  const { i18n } = useTranslation();
  return (error) => {
    if (!(error instanceof ApiError)) return error instanceof Error ? error.message : String(error);
    const sentence = i18n.language === 'zh' ? error.meaning.zh : error.meaning.en;
    return `${sentence} (${error.code})`;
  };
};
