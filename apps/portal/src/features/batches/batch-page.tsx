import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api } from '../../lib/api.js';
import { SEEN_ANEW } from '../../lib/records.js';
import { ActLinks } from '../../ui/act-links.js';
import { Facts } from '../../ui/facts.js';
import { Firm } from '../../ui/firm.js';
import { Hash } from '../../ui/hash.js';
import { Loaded } from '../../ui/loaded.js';
import { PageHead } from '../../ui/page-head.js';
import { Proof } from '../../ui/proof.js';
import { Section } from '../../ui/section.js';
import { State } from '../../ui/state.js';
import { BatchCodes } from './batch-codes.js';
import { BatchDocuments } from './batch-documents.js';
import { BatchGenealogy } from '../../ui/batch-genealogy.js';
import { BatchHolds } from './batch-holds.js';
import { BatchIdentity } from './batch-identity.js';
import { batchOffers, releaseOffers } from './batch-offers.js';
import { BatchQuality } from './batch-quality.js';
import { BatchStock } from './batch-stock.js';
import { BatchTrail } from '../../ui/batch-trail.js';
import { Site } from '../../ui/site.js';

type Batch = ReadAnswer<'batch'>['batch'];

const ClearFields = ({ batch }: { readonly batch: Batch }): ReactElement => {
  const { t } = useTranslation();
  const seen = { key: `batch~${batch.batch}`, hash: batch.hash };
  return (
    <Section
      title={t('batches.clear')}
      aside={<ActLinks offers={[...releaseOffers(batch), ...batchOffers(batch)]} seen={seen} />}
    >
      <Facts
        facts={[
          [t('batches.id'), <Hash key="id" value={batch.batch} />],
          [t('batches.disposition'), t(`dispositions.${batch.disposition}`)],
          [t('batches.market'), t(`markets.${batch.market}`)],
          [t('cols.owner'), <Firm key="owner" id={batch.owner} />],
          [t('fields.manufacturer'), <Firm key="maker" id={batch.manufacturer} />],
          [t('batches.mah'), <Firm key="mah" id={batch.mah} />],
          [t('batches.manufactured'), batch.manufactured],
          [t('batches.usableUntil'), batch.usableUntil],
          [t('batches.site'), <Site key="site" of={batch.manufacturer} gln={batch.site} />],
          [t('batches.storage'), t(`storages.${batch.storage}`)],
          [t('batches.control'), t(`controls.${batch.control}`)],
          [t('batches.unit'), t(`units.${batch.unit}`)],
        ]}
      />
      <Text size="xs" c="dimmed">
        {t('batches.opaque')}
      </Text>
    </Section>
  );
};

/** A batch: what the ledger says of it, what its identity document says, all that hangs on it, and the proof. */
export const BatchPage = (): ReactElement => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useQuery({
    ...SEEN_ANEW,
    queryKey: ['batch', id],
    queryFn: () => api.read('batch', { id }),
  });
  return (
    <Loaded query={query}>
      {({ batch }) => (
        <Stack>
          <PageHead
            title={t(`kinds.${batch.kind}`)}
            state={
              <Group gap={4}>
                <State value={batch.disposition} />
              </Group>
            }
          >
            <Group className="no-print">
              <Anchor component={Link} to={`/batches/${id}/release`} size="sm">
                {t('quality.release.link')}
              </Anchor>
              <Anchor component={Link} to={`/batches/${id}/trail-review`} size="sm">
                {t('quality.trail.link')}
              </Anchor>
            </Group>
          </PageHead>
          <Section title={t('batches.secret')}>
            <BatchIdentity batch={id} />
          </Section>
          <ClearFields batch={batch} />
          <BatchQuality batch={batch} />
          <BatchStock batch={id} />
          {batch.kind === 'packed' && <BatchCodes batch={batch} />}
          <BatchHolds batch={id} />
          <BatchGenealogy batch={id} />
          <BatchDocuments batch={id} />
          <BatchTrail batch={id} />
          <Proof txId={batch.txId} />
        </Stack>
      )}
    </Loaded>
  );
};
