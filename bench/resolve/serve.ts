/** One of the two servers, in a process of its own: `serve.ts ours FOLDER` or `serve.ts peer [DATABASE URL]`. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import express from 'express';
import { sql } from 'kysely';
import { pino } from 'pino';
import { SpaceStore } from '../../gateway/src/codes/space-store.js';
import { openEmbeddedDatabase, openPostgres, type Database } from '../../gateway/src/db/open-database.js';
import { systemPorts } from '../../gateway/src/ports.js';
import { EntryStore } from '../../gateway/src/resolver/entry-store.js';
import { newResolverListener } from '../../gateway/src/resolver/resolver-listener.js';
import { entriesOf, gtinOf, PRODUCTS, targetOf } from './codes.js';

const ROWS = 1_000;
const MB = 1_048_576;
const MICROSECONDS = 1_000;
/** The bench asks from one address. */
const NO_LIMIT = Number.MAX_SAFE_INTEGER;

const memoryMb = (): number => {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MB;
};

const products = Array.from({ length: PRODUCTS }, (_, product) => gtinOf(product));

/** A space for every product: what a prefix on the ledger stands for, a file each as the gateway keeps them. */
const writeSpaces = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  for (const gtin of products) {
    const space = { enterprise: 'bench', prefix: `p${gtin}`, gtin, scheme: 'letters12', keyVersion: 1 };
    await writeFile(join(folder, `${space.prefix}.json`), JSON.stringify(space));
  }
};

const ours = async (
  folder: string,
): Promise<{ readonly app: RequestListener; readonly megabytes: number }> => {
  await writeSpaces(join(folder, 'spaces'));
  const before = memoryMb();
  const spaces = await SpaceStore.open(join(folder, 'spaces'), systemPorts.newId);
  const entries = await EntryStore.open(join(folder, 'entries'), systemPorts.newId);
  for (const gtin of products) for (const entry of entriesOf(gtin)) entries.index.add(entry);
  const megabytes = memoryMb() - before;
  const rest = express().use((_request, response) => void response.status(404).end());
  const config = { publicCallsPerMinute: NO_LIMIT };
  const log = pino({ level: 'silent' });
  return {
    app: newResolverListener(
      { config, entries, issuing: { spaces }, lan: undefined, log, ports: systemPorts },
      rest,
    ),
    megabytes,
  };
};

const fill = async (db: Database): Promise<void> => {
  await sql`create table links (gtin text primary key, href text not null)`.execute(db);
  for (let from = 0; from < PRODUCTS; from += ROWS) {
    const some = products.slice(from, from + ROWS);
    await sql`insert into links select unnest(${sql.val(some)}::text[]), unnest(${sql.val(some.map(targetOf))}::text[])`.execute(
      db,
    );
  }
};

/** As a resolver is usually written: a route and a look-up by primary key; no links to choose from, no `Link` header. */
const peer = async (url: string | undefined): Promise<RequestListener> => {
  const db = await (url === undefined ? openEmbeddedDatabase() : openPostgres(url));
  await fill(db);
  return express().get('/01/:gtin{/10/:lot}{/21/:serial}', async (request, response) => {
    const { gtin } = request.params;
    const { rows } = await sql<{ href: string }>`select href from links where gtin = ${gtin}`.execute(db);
    const [found] = rows;
    if (found === undefined) response.status(404).end();
    else response.status(307).set('location', found.href).end();
  });
};

const [, , name, where] = process.argv;
const made = name === 'ours' ? await ours(where ?? '.') : { app: await peer(where), megabytes: 0 };
const server = createServer(made.app).listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ port, megabytes: made.megabytes });
});
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.((user + system) / MICROSECONDS);
});
