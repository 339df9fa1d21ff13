import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../lib/api.js';
import { Loaded } from './loaded.js';
import { ReportedEvents } from './reported-events.js';
import { SaveProof } from './save-proof.js';
import { Section } from './section.js';
import { TrailTable } from './trail-table.js';

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
              <TrailTable lines={lines} />
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
