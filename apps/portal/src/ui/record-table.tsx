import { Table, Text } from '@mantine/core';
import { Fragment, type ReactElement, type ReactNode } from 'react';
import './record-table.css';

/** A column: its name and what it shows of a row. */
export type Column<T> = readonly [name: string, cell: (row: T) => ReactNode];

interface Props<T> {
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly columns: readonly Column<T>[];
  /** Said where there is no row. */
  readonly empty?: string;
  /** Heading under which a row stands; rows of one heading follow each other. */
  readonly headingOf?: (row: T) => string;
}

/** Rows of records; on a phone each is a block of lines. */
export const RecordTable = <T,>({ rows, rowKey, columns, empty, headingOf }: Props<T>): ReactElement => {
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
          {rows.map((row, i) => (
            <Fragment key={rowKey(row)}>
              <Heading row={row} before={rows[i - 1]} of={headingOf} columns={columns.length} />
              <Table.Tr>
                {columns.map(([name, cell]) => (
                  <Table.Td key={name} data-column={name}>
                    <div>{cell(row)}</div>
                  </Table.Td>
                ))}
              </Table.Tr>
            </Fragment>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
};

interface HeadingProps<T> {
  readonly row: T;
  readonly before: T | undefined;
  readonly of: ((row: T) => string) | undefined;
  readonly columns: number;
}

/** The heading of a row that stands under another one than the row before it. */
const Heading = <T,>({ row, before, of, columns }: HeadingProps<T>): ReactElement => {
  const heading = of?.(row);
  if (heading === undefined || (before !== undefined && of?.(before) === heading)) return <></>;
  return (
    <Table.Tr className="record-table-heading">
      <Table.Th colSpan={columns} scope="rowgroup">
        {heading}
      </Table.Th>
    </Table.Tr>
  );
};

const MIN_COLUMN = 110;
