import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import { isReviewed } from '@yaosu/chaincode/rules/quality/quality-conditions';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api } from '../../lib/api.js';
import { SEEN_ANEW, readAllRecords } from '../../lib/records.js';
import { ActLinks } from '../../ui/act-links.js';
import { BatchName } from '../../ui/batch-name.js';
import { Facts } from '../../ui/facts.js';
import { Loaded } from '../../ui/loaded.js';
import { Moment } from '../../ui/moment.js';
import { PageHead } from '../../ui/page-head.js';
import { Section } from '../../ui/section.js';
import { Signer } from '../../ui/signer.js';
import { lastReview, linesOfBatch } from './trail-changes.js';
import { TrailReview } from './trail-review.js';

const readTrail = async (id: string) => {
  const [{ batch }, { lines }, qa, hold] = await Promise.all([
    api.read('batch', { id }),
    api.read('trail', { id }, { direction: 'backward' }),
    readAllRecords('qa', id),
    readAllRecords('hold', id),
  ]);
  const quality = qa.map(({ value }) => value);
  const records = {
    qa: new Map(qa.map(({ key, value }) => [key, value])),
    hold: new Map(hold.map(({ key, value }) => [key, value])),
  };
  return { batch, lines: linesOfBatch(lines, id), records, review: lastReview(quality), quality };
};

type Trail = Awaited<ReturnType<typeof readTrail>>;

const Reviewed = ({ batch, review, quality }: Trail): ReactElement => {
  const { t } = useTranslation();
  const seen = { key: `batch~${batch.batch}`, hash: batch.hash };
  const isOpen = batch.disposition === 'quarantine';
  return (
    <Section
      title={t(`quality.trail.${isReviewed(quality) ? 'isReviewed' : 'notReviewed'}`)}
      aside={
        isOpen && (
          <ActLinks offers={[{ act: HEADS.Quality.review, fixed: { batch: batch.batch } }]} seen={seen} />
        )
      }
    >
      <Facts
        facts={[
          [t('cols.batch'), <BatchName key="name" id={batch.batch} />],
          [t('quality.trail.byWhom'), review === undefined ? '–' : <Signer key="who" by={review.signedBy} />],
          [t('cols.when'), <Moment key="at" at={review?.at ?? null} />],
        ]}
      />
    </Section>
  );
};

/** Audit-trail review: every act on a batch in order, what it changed and why, and what no review has covered yet. */
export const TrailReviewPage = (): ReactElement => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useQuery({ ...SEEN_ANEW, queryKey: ['trailReview', id], queryFn: () => readTrail(id) });
  return (
    <Stack>
      <PageHead title={t('quality.trail.title')}>
        <Group>
          <Button variant="default" size="xs" onClick={() => window.print()}>
            {t('quality.print')}
          </Button>
        </Group>
      </PageHead>
      <Text size="sm" c="dimmed">
        {t('quality.trail.about')}
      </Text>
      <Loaded query={query} empty={t('quality.trail.none')} isEmpty={({ lines }) => lines.length === 0}>
        {(trail) => (
          <Stack>
            <Reviewed {...trail} />
            <TrailReview {...trail} />
          </Stack>
        )}
      </Loaded>
    </Stack>
  );
};
