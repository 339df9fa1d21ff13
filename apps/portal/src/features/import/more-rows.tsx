import { Stack } from '@mantine/core';
import { useState, type ReactElement, type ReactNode } from 'react';
import { MorePages } from '../../ui/more-pages.js';

const PAGE = 50;

interface Props<T> {
  readonly rows: readonly T[];
  readonly children: (shown: readonly T[]) => ReactNode;
}

/** Rows that are here already, a page at a time. */
export const MoreRows = <T,>({ rows, children }: Props<T>): ReactElement => {
  const [count, setCount] = useState(PAGE);
  return (
    <Stack gap="sm">
      {children(rows.slice(0, count))}
      <MorePages
        query={{
          hasNextPage: rows.length > count,
          isFetchingNextPage: false,
          fetchNextPage: () => setCount(count + PAGE),
        }}
      />
    </Stack>
  );
};
