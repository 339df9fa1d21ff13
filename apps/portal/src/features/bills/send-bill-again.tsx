import type { BillView } from '@yaosu/gateway/api/bills';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';
import { SendAgain } from '../../ui/send-again.js';

const isAnswered = async (id: string): Promise<boolean> => {
  const { bill } = await api.read('bill', { id }, { limit: 1 });
  return bill.state === 'accepted' || bill.state === 'refused';
};

/** Has a refused bill sent once more. */
export const SendBillAgain = ({ id }: Pick<BillView, 'id'>): ReactElement => {
  const { t } = useTranslation();
  return (
    <SendAgain
      label={t('bills.again')}
      send={() => api.call('sendBillAgain', { bill: id })}
      isAnswered={() => isAnswered(id)}
    />
  );
};
