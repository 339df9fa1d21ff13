import { Table, Text } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import './record-table.css';

/** A column: its name and what it shows of a row. */
export type Column<T> = readonly [name: string, cell: (row: T) => ReactNode];

interface Props<T> {
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly columns: readonly Column<T>[];
  /** Said where there is no row. */
  readonly empty?: string;
}

/** Rows of records; on a phone each is a block of lines. */
export const RecordTable = <T,>({ rows, rowKey, columns, empty }: Props<T>): ReactElement => {
  if (rows.length === 0 && empty !== undefined) {
    return (
      <Text c="dimmed" size="sm">
        {empty}
      </Text>
    );
  }
  return (
    <div className="record-table">
      <Table highlightOnHover verticalSpacing="xs" miw={columns.length * MIN_COLUMN}>
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
                <Table.Td key={name} data-column={name}>
                  <div>{cell(row)}</div>
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
};

const MIN_COLUMN = 110;
