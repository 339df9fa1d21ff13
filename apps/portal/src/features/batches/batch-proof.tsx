import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';
import { Facts } from '../../ui/facts.js';
import { Hash } from '../../ui/hash.js';
import { Loaded } from '../../ui/loaded.js';

/** Transaction, block, command and endorsing organisations of a record. */
export const BatchProof = ({ txId }: { readonly txId: string }): ReactElement => {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['transaction', txId],
    queryFn: () => api.read('transaction', { txId }),
  });
  return (
    <Loaded query={query}>
      {(transaction) => (
        <Facts
          facts={[
            [t('proof.transaction'), <Hash key="tx" value={transaction.txId} />],
            [t('proof.block'), String(transaction.block)],
            [t('proof.command'), transaction.cmd === null ? '–' : <Hash key="cmd" value={transaction.cmd} />],
            [t('proof.act'), `${transaction.contract}.${transaction.act}`],
            [t('proof.time'), new Date(transaction.timestamp).toLocaleString()],
            [t('proof.endorsers'), transaction.endorsers.join(', ')],
          ]}
        />
      )}
    </Loaded>
  );
};
