import { Text } from '@mantine/core';
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
      <table style={{ minWidth: columns.length * MIN_COLUMN }}>
        <thead>
          <tr>
            {columns.map(([name]) => (
              <th key={name}>{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <Fragment key={rowKey(row)}>
              <Heading row={row} before={rows[i - 1]} of={headingOf} columns={columns.length} />
              <tr>
                {columns.map(([name, cell]) => (
                  <td key={name} data-column={name}>
                    <div>{cell(row)}</div>
                  </td>
                ))}
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
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
    <tr className="record-table-heading">
      <th colSpan={columns} scope="rowgroup">
        {heading}
      </th>
    </tr>
  );
};

const MIN_COLUMN = 110;
