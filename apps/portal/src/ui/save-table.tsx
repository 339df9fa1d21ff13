import { Button, Group } from '@mantine/core';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useState, type ReactElement, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../lib/save-file.js';
import { TABLE_FILES, TABLE_KINDS, type TableKind } from '../lib/table-files.js';

/** What is known of a list of which pages may be left to read. */
interface Pages {
  readonly hasNextPage: boolean;
  readonly isFetchNextPageError: boolean;
  readonly fetchNextPage: () => Promise<Pages>;
}

type Rows = readonly (readonly string[])[];

interface Props {
  readonly query: Pages;
  /** What holds the table. */
  readonly place: RefObject<HTMLElement | null>;
  /** Columns that are no facts, e.g. of buttons. */
  readonly without: readonly string[];
}

const nextFrame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Settles when nothing is read any more and what was read is on the page: names come after the rows. */
const untilQuiet = async (cache: QueryClient): Promise<void> => {
  do {
    await nextFrame();
    await nextFrame();
  } while (cache.isFetching() > 0);
};

/** What a cell says; an instant in UTC, not in the words of the reader's zone, and a list's items apart. */
const textOf = (cell: Element): string => {
  const copy = cell.cloneNode(true) as Element;
  copy.querySelectorAll('li + li').forEach((item) => item.prepend('; '));
  copy.querySelectorAll('time').forEach((time) => time.replaceWith(time.dateTime));
  return copy.textContent.trim();
};

const rowsOf = (place: HTMLElement, without: readonly string[]): Rows => {
  const lines = [...place.querySelectorAll('tr:not(.record-table-heading)')].map((row) => [...row.children]);
  const names = (lines[0] ?? []).map((cell) => cell.textContent);
  return lines.map((cells) => cells.filter((_, i) => !without.includes(names[i] ?? '')).map(textOf));
};

const headingOver = (place: HTMLElement): string =>
  (place.closest('section')?.querySelector('h2') ?? document.querySelector('h1'))?.textContent ?? '';

/** Saves a list as a table for a spreadsheet: all of its pages, as the reader may see them. */
export const SaveTable = ({ query, place, without }: Props): ReactElement => {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [making, setMaking] = useState<TableKind | null>(null);
  const save = async (kind: TableKind): Promise<void> => {
    let pages = query;
    while (pages.hasNextPage && !pages.isFetchNextPageError) pages = await pages.fetchNextPage();
    await untilQuiet(cache);
    // A list that could not be read whole says so in its own place; half of one is no file.
    if (pages.isFetchNextPageError || place.current === null) return;
    const day = new Date().toISOString().slice(0, DAY_LENGTH);
    const name = `${headingOver(place.current)} ${day}.${kind}`;
    saveFile(name, await TABLE_FILES[kind](rowsOf(place.current, without)));
  };
  return (
    <Group className="no-print" gap="xs">
      {TABLE_KINDS.map((kind) => (
        <Button
          key={kind}
          variant="subtle"
          size="compact-xs"
          loading={making === kind}
          disabled={making !== null && making !== kind}
          onClick={() => {
            setMaking(kind);
            void save(kind).finally(() => setMaking(null));
          }}
        >
          {t(`saveTable.${kind}`)}
        </Button>
      ))}
    </Group>
  );
};

const DAY_LENGTH = 'YYYY-MM-DD'.length;
