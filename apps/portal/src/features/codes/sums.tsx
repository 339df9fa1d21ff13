import type { CodeSums } from '@yaosu/gateway/api/codes';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../ui/facts.js';

/** What became of the serials: reserved is the sum of the next five. */
export const Sums = ({ sums }: { readonly sums: CodeSums }): ReactElement => {
  const { t } = useTranslation();
  return (
    <Facts
      facts={[
        [t('codes.reserved'), sums.reserved],
        [t('codes.free'), sums.free],
        [t('codes.used'), sums.used],
        [t('codes.rejectedOnly'), sums.rejected],
        [t('codes.destroyed'), sums.destroyed],
        [t('codes.unused'), sums.unused],
        [t('codes.printedSum'), sums.printed],
      ]}
    />
  );
};
