import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { sha256Hex } from '@yaosu/chaincode/signing/bytes';
import { canonicalJson } from '@yaosu/chaincode/signing/canonical-json';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';
import { DigestMatch } from '../../ui/digest-match.js';
import { Facts } from '../../ui/facts.js';
import { Loaded } from '../../ui/loaded.js';

/** The identity document out of the vault, checked here against the digest on the ledger. */
export const BatchIdentity = ({ batch }: { readonly batch: string }): ReactElement => {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['batchIdentity', batch],
    queryFn: () => api.read('batchIdentity', { id: batch }),
  });
  return (
    <Loaded query={query}>
      {({ identity, plaintextDigest }) => {
        if (identity === null) return <Text c="dimmed">{t('batches.sealed')}</Text>;
        const { salt, content } = identity;
        const matches = sha256Hex(`${salt}${canonicalJson(content)}`) === plaintextDigest;
        return (
          <>
            <Facts
              facts={[
                [t('batches.name'), content.name],
                [t('batches.product'), content.product],
                [t('batches.lot'), content.lot],
                [t('batches.specification'), content.specification],
              ]}
            />
            <DigestMatch matches={matches} />
          </>
        );
      }}
    </Loaded>
  );
};
