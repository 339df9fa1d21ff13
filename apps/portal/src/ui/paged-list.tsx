import { Group, Stack } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useRef, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from './loaded.js';
import { MorePages } from './more-pages.js';
import { SaveTable } from './save-table.js';

interface Props<P> {
  readonly query: UseInfiniteQueryResult<InfiniteData<P>>;
  readonly empty?: string;
  readonly rowsOf: (page: P) => readonly unknown[];
  /** The table of the pages that are there. */
  readonly children: (pages: readonly P[]) => ReactNode;
}

/** A list page by page, with its loading, empty and failed states; saved as a table with all of its pages. */
export const PagedList = <P,>({ query, empty, rowsOf, children }: Props<P>): ReactElement => {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  return (
    <Stack>
      <Loaded
        query={query}
        empty={empty}
        isEmpty={(data) => data.pages.every((page) => rowsOf(page).length === 0)}
      >
        {(data) => (
          <div ref={place}>
            {children(data.pages)}
            <Group justify="flex-end">
              <SaveTable query={query} place={place} without={[t('cols.does')]} />
            </Group>
          </div>
        )}
      </Loaded>
      <MorePages query={query} />
    </Stack>
  );
};
