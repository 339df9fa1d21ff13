/** Files one after another (POSIX ustar): what is written is never touched again, so that a broken-off archive goes on. */

const BLOCK = 512;
const NAME = 100;

const octal = (value: number, length: number): string => `${value.toString(8).padStart(length - 1, '0')}\0`;

/** A file of an archive. @param name at most 100 ASCII characters */
export const tarEntry = (name: string, content: Uint8Array): Buffer => {
  const header = Buffer.alloc(BLOCK);
  header.write(name.slice(0, NAME), 0, 'latin1');
  header.write(
    octal(0o644, 8) + octal(0, 8) + octal(0, 8) + octal(content.length, 12) + octal(0, 12),
    100,
    'latin1',
  );
  header.write('        0', 148, 'latin1');
  header.write('ustar\u000000', 257, 'latin1');
  header.write(
    `${octal(
      header.reduce((sum, byte) => sum + byte, 0),
      7,
    )} `,
    148,
    'latin1',
  );
  const padding = Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK);
  return Buffer.concat([header, content, padding]);
};

/** The end of an archive. */
export const TAR_END = Buffer.alloc(2 * BLOCK);
