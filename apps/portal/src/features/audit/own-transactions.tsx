import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';
import { PagedList } from '../../ui/paged-list.js';
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
      <PagedList query={query} rowsOf={({ transactions }) => transactions}>
        {(pages) => <TrailTable lines={pages.flatMap(({ transactions }) => transactions)} />}
      </PagedList>
    </Section>
  );
};
