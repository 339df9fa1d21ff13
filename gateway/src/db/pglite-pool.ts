/** PGlite in the shape of a pg pool: one connection, taken in turns. */
import type { PGlite } from '@electric-sql/pglite';
import type { PostgresPool, PostgresPoolClient } from 'kysely';

const COMMAND = /^\s*(\w+)/;

const clientOf = (pglite: PGlite, release: () => void): PostgresPoolClient =>
  ({
    query: async (text: string, parameters: readonly unknown[]) => {
      const { rows, affectedRows } = await pglite.query(text, [...parameters]);
      const command = COMMAND.exec(text)?.[1]?.toUpperCase() ?? '';
      return { rows, rowCount: affectedRows ?? rows.length, command };
    },
    release,
  }) as unknown as PostgresPoolClient;

/** A pool of one; whoever connects waits for the one before. */
export const newPglitePool = (pglite: PGlite): PostgresPool => {
  let last: Promise<void> = Promise.resolve();
  return {
    connect: async () => {
      const before = last;
      let release: () => void = () => undefined;
      last = new Promise((resolve) => {
        release = resolve;
      });
      await before;
      return clientOf(pglite, release);
    },
    end: () => pglite.close(),
  };
};
