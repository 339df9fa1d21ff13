import { BILL_KIND_WORDS, type BillKindName } from '@yaosu/gateway/api/bill-kinds';
import { useTranslation } from 'react-i18next';

/** Kinds of bills in the reader's language, by the table that bills are made with. */
export const useKindText = (): ((kind: BillKindName) => string) => {
  const { i18n } = useTranslation();
  return (kind) => BILL_KIND_WORDS[kind][i18n.language === 'zh' ? 'zh' : 'en'];
};
