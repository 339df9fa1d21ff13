import { Anchor, Group, List, Stack, Text } from '@mantine/core';
import type { SearchHit } from '@yaosu/gateway/api/search';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { api } from '../../lib/api.js';
import { usePages } from '../../lib/use-pages.js';
import { BatchName } from '../../ui/batch-name.js';
import { DrillBadge } from '../../ui/drill-badge.js';
import { Loaded } from '../../ui/loaded.js';
import { MorePages } from '../../ui/more-pages.js';
import { PageHead } from '../../ui/page-head.js';
import { RecordTable } from '../../ui/record-table.js';
import { ScannedCode } from './scanned-code.js';
import { foundPath, idOf } from '../../lib/found-path.js';

const SHOWN = 12;

/** Each record once: an older lot may have been found by its id before. */
const distinct = (hits: readonly SearchHit[]): readonly SearchHit[] => [
  ...new Map(hits.map((hit) => [hit.key, hit])).values(),
];

const Found = ({ hit }: { readonly hit: SearchHit }): ReactElement => {
  const name = hit.title ?? `${idOf(hit).slice(0, SHOWN)}…`;
  const path = foundPath(hit);
  return path === undefined ? (
    <Text size="sm" title={idOf(hit)}>
      {name}
    </Text>
  ) : (
    <Anchor component={Link} to={path} size="sm" title={idOf(hit)}>
      {name}
    </Anchor>
  );
};

const BatchNames = ({ batches }: { readonly batches: readonly string[] }): ReactElement => (
  <List size="sm" listStyleType="none">
    {batches.map((batch) => (
      <List.Item key={batch}>
        <BatchName id={batch} />
      </List.Item>
    ))}
  </List>
);

/** What was found of what was typed or scanned, as far as the person may see it. */
export const SearchPage = (): ReactElement => {
  const { t } = useTranslation();
  const [parameters] = useSearchParams();
  const q = parameters.get('q') ?? '';
  const query = usePages(['search', q], (cursor) => api.read('search', {}, { q, cursor }));
  return (
    <Stack>
      <PageHead title={t('search.title')} />
      <Text style={{ overflowWrap: 'anywhere' }}>{t('search.asked', { q })}</Text>
      <Loaded query={query}>
        {({ pages }) => (
          <Stack>
            {pages[0]?.code && <ScannedCode code={pages[0].code} />}
            <RecordTable
              rows={distinct(pages.flatMap(({ hits }) => hits))}
              rowKey={({ key }) => key}
              empty={t('search.none')}
              columns={[
                [t('search.type'), ({ type }) => t(`recordTypes.${type}`)],
                [
                  t('search.name'),
                  (hit) => (
                    <Group gap="xs">
                      <Found hit={hit} />
                      <DrillBadge of={hit} />
                    </Group>
                  ),
                ],
                [t('search.by'), ({ by }) => t(`search.ways.${by}`)],
                [
                  t('search.batches'),
                  ({ type, batches }) => (type === 'batch' ? '' : <BatchNames batches={batches} />),
                ],
              ]}
            />
            {query.hasNextPage && (
              <Text c="dimmed" size="sm">
                {t('search.notAll', { count: pages.reduce((sum, { looked }) => sum + looked, 0) })}
              </Text>
            )}
            <MorePages query={query} />
          </Stack>
        )}
      </Loaded>
    </Stack>
  );
};
