const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** One line of a CSV file with its line end (RFC 4180); every cell is quoted. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;
