import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** An instant in the reader's time zone and language. */
export const Moment = ({ at }: { readonly at: string | null }): ReactElement => {
  const { i18n } = useTranslation();
  if (at === null) return <>–</>;
  const locale = i18n.language === 'zh' ? 'zh-CN' : 'en-GB';
  const text = new Date(at).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return <time dateTime={at}>{text}</time>;
};
