import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { IdentifierView } from '@yaosu/gateway/api/identifiers';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../lib/api.js';
import { useFilters } from '../../lib/use-filters.js';
import { usePages } from '../../lib/use-pages.js';
import { Connection } from '../../ui/connection.js';
import { Loaded } from '../../ui/loaded.js';
import { Moment } from '../../ui/moment.js';
import { PagedList } from '../../ui/paged-list.js';
import { PageHead } from '../../ui/page-head.js';
import { RecordTable } from '../../ui/record-table.js';
import { IdentifierFilters, identifierFilter } from './identifier-filters.js';
import { SendIdentifierAgain } from './send-identifier-again.js';
import { SyncBadge } from './sync-badge.js';

const HandleLink = ({ handle }: Pick<IdentifierView, 'handle'>): ReactElement => (
  <Anchor
    component={Link}
    to={`/identifiers/${encodeURIComponent(handle)}`}
    size="sm"
    style={{ overflowWrap: 'anywhere' }}
  >
    {handle}
  </Anchor>
);

const Refusal = ({ handle, refusal }: IdentifierView): ReactElement =>
  refusal === null ? (
    <>–</>
  ) : (
    <Stack gap={4}>
      <Text size="sm">
        {refusal.text} ({refusal.code})
      </Text>
      <SendIdentifierAgain handle={handle} />
    </Stack>
  );

const IdentifierTable = ({ rows }: { readonly rows: readonly IdentifierView[] }): ReactElement => {
  const { t } = useTranslation();
  return (
    <RecordTable
      rows={rows}
      rowKey={({ handle }) => handle}
      columns={[
        [t('identifiers.handle'), (row) => <HandleLink {...row} />],
        [t('identifiers.sync'), (row) => <SyncBadge {...row} />],
        [t('identifiers.template'), ({ template }) => template],
        [t('identifiers.values'), ({ values }) => values],
        [t('identifiers.changedAt'), ({ changedAt }) => <Moment at={changedAt} />],
        [t('identifiers.says'), (row) => <Refusal {...row} />],
      ]}
    />
  );
};

const Node = ({ node, prefixes, trouble }: ReadAnswer<'secondaryNode'>): ReactElement => {
  const { t } = useTranslation();
  const texts = {
    notConnected: t('identifiers.notConnected'),
    connected: (name: string) => t('identifiers.connected', { node: name }),
    away: (problem: string) => t('identifiers.away', { problem }),
  };
  return (
    <>
      <Connection name={node} trouble={trouble} texts={texts} />
      <Text size="sm">
        {prefixes.length === 0
          ? t('identifiers.noPrefix')
          : t('identifiers.prefixes', { prefixes: prefixes.join(' · ') })}
      </Text>
    </>
  );
};

/** Identifiers of the own enterprise, and how far the secondary node knows them. */
export const IdentifiersPage = (): ReactElement => {
  const { t } = useTranslation();
  const chosen = useFilters(identifierFilter);
  const node = useQuery({
    queryKey: ['identifiers', 'node'],
    queryFn: () => api.read('secondaryNode', {}),
  });
  const query = usePages(['identifiers', chosen], (cursor) =>
    api.read('identifiers', {}, { ...chosen, cursor }),
  );
  return (
    <Stack>
      <PageHead title={t('identifiers.title')} />
      <Text size="sm" c="dimmed">
        {t('identifiers.about')}
      </Text>
      <Loaded query={node}>{(told) => <Node {...told} />}</Loaded>
      <IdentifierFilters {...chosen} />
      <PagedList query={query} empty={t('identifiers.none')} rowsOf={({ identifiers }) => identifiers}>
        {(pages) => <IdentifierTable rows={pages.flatMap(({ identifiers }) => identifiers)} />}
      </PagedList>
    </Stack>
  );
};
