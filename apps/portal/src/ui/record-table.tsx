import { Table, Text } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';

/** A column: its name and what it shows of a row. */
export type Column<T> = readonly [name: string, cell: (row: T) => ReactNode];

interface Props<T> {
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly columns: readonly Column<T>[];
  /** Said where there is no row. */
  readonly empty?: string;
}

/** Rows of records; it scrolls sideways where the screen is narrow. */
export const RecordTable = <T,>({ rows, rowKey, columns, empty }: Props<T>): ReactElement => {
  if (rows.length === 0 && empty !== undefined) {
    return (
      <Text c="dimmed" size="sm">
        {empty}
      </Text>
    );
  }
  return (
    <Table.ScrollContainer minWidth={columns.length * MIN_COLUMN}>
      <Table highlightOnHover verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {columns.map(([name]) => (
              <Table.Th key={name} style={{ whiteSpace: 'nowrap' }}>
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={rowKey(row)}>
              {columns.map(([name, cell]) => (
                <Table.Td key={name}>{cell(row)}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
};

const MIN_COLUMN = 110;
