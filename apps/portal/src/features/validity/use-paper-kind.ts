import type { PaperKind } from '@yaosu/chaincode/model/validity/states';
import { useTranslation } from 'react-i18next';

/** The word for a kind of paper. */
export const usePaperKind = (): ((kind: PaperKind) => string) => {
  const { t } = useTranslation();
  return (kind) => t([`validity.kinds.${kind}`, `values.${kind}`]);
};
