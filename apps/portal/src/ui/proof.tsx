import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../lib/api.js';
import { Facts } from './facts.js';
import { Hash } from './hash.js';
import { Loaded } from './loaded.js';
import { Moment } from './moment.js';
import { Section } from './section.js';
import { Signer } from './signer.js';
import { ProofDownload } from './proof-download.js';
import { useActName } from './use-act-name.js';

/** Transaction, block, command, signers and endorsing organisations of a record. */
export const Proof = ({ txId }: { readonly txId: string }): ReactElement => {
  const { t } = useTranslation();
  const nameOf = useActName();
  const query = useQuery({
    queryKey: ['transaction', txId],
    queryFn: () => api.read('transaction', { txId }),
  });
  return (
    <Section title={t('proof.title')}>
      <Loaded query={query}>
        {({ block, provisional, cmd, contract, act, timestamp, signers, endorsers, keys }) => (
          <Facts
            facts={[
              [t('proof.act'), `${nameOf(contract, act)} (${contract}.${act})`],
              [t('proof.block'), provisional === true ? t('proof.provisional', { block }) : String(block)],
              [t('proof.time'), <Moment key="at" at={timestamp} />],
              [t('proof.transaction'), <Hash key="tx" value={txId} />],
              [t('proof.command'), cmd === null ? '–' : <Hash key="cmd" value={cmd} />],
              [
                t('proof.signers'),
                <Stack key="signers" gap={0}>
                  {signers.map((signer) => (
                    <span key={signer.kid}>
                      <Signer by={signer} />
                    </span>
                  ))}
                </Stack>,
              ],
              [t('proof.endorsers'), endorsers.join(', ')],
              [t('proof.bundle'), <ProofDownload key="bundle" keys={keys} />],
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
};
