import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';
import { Loaded } from '../../ui/loaded.js';
import { MorePages } from '../../ui/more-pages.js';
import { Section } from '../../ui/section.js';
import { TrailTable } from '../../ui/trail-table.js';

/** Transactions that the own enterprise signed, the newest first. */
export const OwnTransactions = (): ReactElement => {
  const { t } = useTranslation();
  const query = useInfiniteQuery({
    queryKey: ['transactions'],
    queryFn: ({ pageParam }) => api.read('transactions', {}, { cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  return (
    <Section title={t('audit.recent')}>
      <Loaded query={query} isEmpty={(data) => data.pages[0]?.transactions.length === 0}>
        {(data) => <TrailTable lines={data.pages.flatMap((page) => page.transactions)} />}
      </Loaded>
      <MorePages query={query} />
    </Section>
  );
};
