import type { BillView } from '@yaosu/gateway/api/bills';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { State } from '../../ui/state.js';

/** How far a bill has come, in the words of bills. */
export const BillBadge = ({ state }: Pick<BillView, 'state'>): ReactElement => {
  const { t } = useTranslation();
  return <State value={state} text={t(`bills.states.${state}`)} />;
};
