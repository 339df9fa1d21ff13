import { Group, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../lib/api.js';
import { Loaded } from './loaded.js';
import { Section } from './section.js';
import { joinTrails } from './join-trails.js';

const GRAPH_HEIGHT = 340;
const GenealogyGraph = lazy(() =>
  import('./genealogy-graph.js').then((module) => ({ default: module.GenealogyGraph })),
);

/** Where a batch comes from and what grew from it, as a graph. */
export const BatchGenealogy = ({ batch }: { readonly batch: string }): ReactElement => {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['genealogy', batch],
    queryFn: async () =>
      joinTrails(
        await api.read('trail', { id: batch }, { direction: 'backward' }),
        await api.read('trail', { id: batch }, { direction: 'forward' }),
      ),
  });
  return (
    <Section title={t('detail.genealogy')}>
      <Loaded query={query} empty={t('detail.noGenealogy')} isEmpty={({ edges }) => edges.length === 0}>
        {(graph) => (
          <>
            <Suspense fallback={<Skeleton height={GRAPH_HEIGHT} />}>
              <GenealogyGraph graph={graph} root={batch} height={GRAPH_HEIGHT} />
            </Suspense>
            {graph.hidden > 0 && (
              <Group>
                <Text size="sm" c="dimmed">
                  {t('detail.hidden', { count: graph.hidden })}
                </Text>
              </Group>
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
};
