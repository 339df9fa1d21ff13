import { Card, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api } from '../../lib/api.js';
import { Facts } from '../../ui/facts.js';
import { Hash } from '../../ui/hash.js';
import { Loaded } from '../../ui/loaded.js';
import { BatchIdentity } from './batch-identity.js';
import { BatchProof } from './batch-proof.js';

const Section = ({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactElement => (
  <Card withBorder padding="md">
    <Stack gap="sm">
      <Text size="sm" fw={600}>
        {title}
      </Text>
      {children}
    </Stack>
  </Card>
);

/** A batch: what the ledger says of it, what its identity document says, and the proof of both. */
export const BatchPage = (): ReactElement => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useQuery({ queryKey: ['batch', id], queryFn: () => api.read('batch', { id }) });
  return (
    <Loaded query={query}>
      {({ batch }) => (
        <Stack>
          <Title order={1} size="h3">
            {t(`kinds.${batch.kind}`)}
          </Title>
          <Section title={t('batches.secret')}>
            <BatchIdentity batch={batch.batch} />
          </Section>
          <Section title={t('batches.clear')}>
            <Facts
              facts={[
                [t('batches.id'), <Hash key="id" value={batch.batch} />],
                [t('batches.disposition'), t(`dispositions.${batch.disposition}`)],
                [t('batches.market'), t(`markets.${batch.market}`)],
                [t('batches.manufactured'), batch.manufactured],
                [t('batches.usableUntil'), batch.usableUntil],
                [t('batches.site'), batch.site],
                [t('batches.storage'), t(`storages.${batch.storage}`)],
                [t('batches.control'), t(`controls.${batch.control}`)],
                [t('batches.unit'), t(`units.${batch.unit}`)],
                [t('batches.mah'), batch.mah ?? t('batches.none_')],
              ]}
            />
            <Text size="xs" c="dimmed">
              {t('batches.opaque')}
            </Text>
          </Section>
          <Section title={t('proof.title')}>
            <BatchProof txId={batch.txId} />
          </Section>
        </Stack>
      )}
    </Loaded>
  );
};
