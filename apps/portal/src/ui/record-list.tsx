import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { PageOf, RecordOf, ShownType } from '../lib/records.js';
import { PagedList } from './paged-list.js';
import { RecordTable, type Column } from './record-table.js';

interface Props<T extends ShownType> {
  readonly query: UseInfiniteQueryResult<InfiniteData<PageOf<T>>>;
  readonly columns: readonly Column<RecordOf<T>>[];
  readonly empty: string;
}

/** A list of records page by page. */
export const RecordList = <T extends ShownType>({ query, columns, empty }: Props<T>): ReactElement => (
  <PagedList query={query} empty={empty} rowsOf={({ records }) => records}>
    {(pages) => (
      <RecordTable
        rows={pages.flatMap(({ records }) => records)}
        rowKey={(record) => record.key}
        columns={columns}
      />
    )}
  </PagedList>
);
