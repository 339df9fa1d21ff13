import { Alert, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';
import { useFilters } from '../../lib/use-filters.js';
import { usePages } from '../../lib/use-pages.js';
import { Loaded } from '../../ui/loaded.js';
import { Moment } from '../../ui/moment.js';
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

const Connection = ({ platform, trouble }: Platform): ReactElement => {
  const { t } = useTranslation();
  if (platform === null) return <Alert color="gray">{t('bills.notConnected')}</Alert>;
  if (trouble === null) return <Text size="sm">{t('bills.connected', { platform })}</Text>;
  return (
    <Alert color="yellow">
      {t('bills.away', { problem: trouble.problem })} <Moment at={trouble.nextAt} />
    </Alert>
  );
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
      <Loaded query={platform}>{(told) => <Connection {...told} />}</Loaded>
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
