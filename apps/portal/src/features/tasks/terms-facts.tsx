import type { TaskTerms } from '@yaosu/chaincode/model/task/terms';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../ui/facts.js';

/** Private terms in the clear. */
export const TermsFacts = ({ terms }: { readonly terms: TaskTerms }): ReactElement => {
  const { t } = useTranslation();
  const { price, compensation } = terms;
  return (
    <Facts
      facts={[
        [t('tasks.price'), `${price.amount} ${price.currency}`],
        [t('tasks.floorPercent'), terms.yield.floorPercent],
        [t('tasks.perDayLatePercent'), compensation.perDayLatePercent],
        [t('tasks.perPercentShortPercent'), compensation.perPercentShortPercent],
        [t('tasks.atMostPercent'), compensation.atMostPercent],
        ...terms.clauses.map(({ title, words }) => [title, words] as const),
      ]}
    />
  );
};
