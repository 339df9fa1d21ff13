import { Stack } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { PageOf, RecordOf, ShownType } from '../lib/records.js';
import { Loaded } from './loaded.js';
import { MorePages } from './more-pages.js';
import { RecordTable, type Column } from './record-table.js';

interface Props<T extends ShownType> {
  readonly query: UseInfiniteQueryResult<InfiniteData<PageOf<T>>>;
  readonly columns: readonly Column<RecordOf<T>>[];
  readonly empty: string;
}

/** A list of records page by page, with its loading, empty and failed states. */
export const RecordList = <T extends ShownType>({ query, columns, empty }: Props<T>): ReactElement => (
  <Stack>
    <Loaded query={query} empty={empty} isEmpty={(data) => data.pages[0]?.records.length === 0}>
      {(data) => (
        <RecordTable
          rows={data.pages.flatMap((page) => page.records)}
          rowKey={(record) => record.key}
          columns={columns}
        />
      )}
    </Loaded>
    <MorePages query={query} />
  </Stack>
);
