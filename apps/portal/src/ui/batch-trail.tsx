import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import { useTranslation } from 'react-i18next';
import { api } from '../lib/api.js';
import { Loaded } from './loaded.js';
import { ReportedEvents } from './reported-events.js';
import { SaveProof } from './save-proof.js';
import { Section } from './section.js';
import { TrailTable } from './trail-table.js';

const SHOWN = 100;

/** The oldest lines; a large genealogy has thousands, which are drawn when somebody wants them. */
const Lines = ({ lines }: { readonly lines: ReadAnswer<'trail'>['lines'] }): ReactElement => {
  const { t } = useTranslation();
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? lines : lines.slice(0, SHOWN);
  return (
    <>
      <TrailTable lines={shown} />
      {shown.length < lines.length && (
        <Group justify="center">
          <Text size="sm">{t('detail.trailPart', { shown: shown.length, count: lines.length })}</Text>
          <Button variant="default" size="xs" onClick={() => setIsWhole(true)}>
            {t('detail.trailWhole')}
          </Button>
        </Group>
      )}
    </>
  );
};

/** Every transaction on a batch and on what it comes from, and apart from them what partners have reported of it. */
export const BatchTrail = ({ batch }: { readonly batch: string }): ReactElement => {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['trail', batch],
    queryFn: () => api.read('trail', { id: batch }, { direction: 'backward' }),
  });
  return (
    <>
      <Section title={t('detail.trail')}>
        <Loaded query={query} empty={t('detail.noTrail')} isEmpty={({ lines }) => lines.length === 0}>
          {({ lines }) => (
            <Stack gap="sm">
              <SaveProof
                label={t('proof.downloadTrail')}
                file={`trail~${batch}`}
                load={() => api.read('trailProof', { id: batch }, { direction: 'backward' })}
              />
              <Lines lines={lines} />
            </Stack>
          )}
        </Loaded>
      </Section>
      <Section title={t('detail.reported')}>
        <Loaded
          query={query}
          empty={t('detail.noReported')}
          isEmpty={({ reported }) => reported.length === 0}
        >
          {({ reported }) => <ReportedEvents events={reported} />}
        </Loaded>
      </Section>
    </>
  );
};
