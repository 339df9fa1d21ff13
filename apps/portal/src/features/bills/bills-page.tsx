import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';
import { useFilters } from '../../lib/use-filters.js';
import { usePages } from '../../lib/use-pages.js';
import { Connection } from '../../ui/connection.js';
import { Loaded } from '../../ui/loaded.js';
import { PagedList } from '../../ui/paged-list.js';
import { PageHead } from '../../ui/page-head.js';
import { Section } from '../../ui/section.js';
import { BillFilters, billFilter } from './bill-filters.js';
import { BillTable, RefusedTable } from './bill-table.js';
import { Reconciliations } from './reconciliation.js';

type Platform = ReadAnswer<'tracePlatform'>;

const Refused = (): ReactElement => {
  const { t } = useTranslation();
  const query = usePages(['bills', 'refused'], (cursor) =>
    api.read('bills', {}, { state: 'refused', cursor }),
  );
  return (
    <Section title={t('bills.refusedTitle')}>
      <Text size="sm" c="dimmed">
        {t('bills.refusedHint')}
      </Text>
      <PagedList query={query} empty={t('bills.none')} rowsOf={({ bills }) => bills}>
        {(pages) => <RefusedTable bills={pages.flatMap(({ bills }) => bills)} />}
      </PagedList>
    </Section>
  );
};

const PlatformConnection = ({ platform, trouble }: Platform): ReactElement => {
  const { t } = useTranslation();
  const texts = {
    notConnected: t('bills.notConnected'),
    connected: (name: string) => t('bills.connected', { platform: name }),
    away: (problem: string) => t('bills.away', { problem }),
  };
  return <Connection name={platform} trouble={trouble} texts={texts} />;
};

/** Bills for the trace platform: those that it has refused first, then all, then what was compared with it. */
export const BillsPage = (): ReactElement => {
  const { t } = useTranslation();
  const chosen = useFilters(billFilter);
  const platform = useQuery({
    queryKey: ['bills', 'platform'],
    queryFn: () => api.read('tracePlatform', {}),
  });
  const query = usePages(['bills', chosen], (cursor) => api.read('bills', {}, { ...chosen, cursor }));
  return (
    <Stack>
      <PageHead title={t('bills.title')} />
      <Text size="sm" c="dimmed">
        {t('bills.about')}
      </Text>
      <Loaded query={platform}>{(told) => <PlatformConnection {...told} />}</Loaded>
      {(platform.data?.refused ?? 0) > 0 && <Refused />}
      <BillFilters {...chosen} />
      <PagedList query={query} empty={t('bills.none')} rowsOf={({ bills }) => bills}>
        {(pages) => <BillTable bills={pages.flatMap(({ bills }) => bills)} />}
      </PagedList>
      {typeof platform.data?.platform === 'string' && (
        <Reconciliations results={platform.data.reconciliations} />
      )}
    </Stack>
  );
};
