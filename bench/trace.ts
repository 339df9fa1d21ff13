/** Closure and holder counts in memory against a recursive query over the same ranges in the same database. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGateway, type Gateway } from '@yaosu/gateway/main';
import { sql } from 'kysely';
import { parseConfig } from '../gateway/src/config.js';
import type { Database } from '../gateway/src/db/open-database.js';
import type { Caller } from '../gateway/src/access/caller.js';
import type { HolderTotals } from '../gateway/src/trace/holder-totals.js';
import { enter, type Player } from '@yaosu/gateway/story/player';
import { findTools } from '../bin/find-tools.mjs';
import { Postgres } from '../gateway/src/testing/postgres.js';
import { newGraph, type MadeGraph } from './harness/made-graph.js';
import { median, paceOf, quantile } from './harness/measure.js';
import { figureOf, type Report } from './harness/report.js';

const LOTS = 200;
const ROUNDS = 7;
const CALLS = 40;
const WHO = 'maker-qm';

interface Sum {
  readonly holder: string;
  readonly quantity: string;
}

const MILLIONTHS = 1_000_000n;

/** The peer: a recursive query over the read model's own tables and indexes. */
const byQuery = async (db: Database, roots: readonly string[]): Promise<readonly Sum[]> => {
  const { rows } = await sql<Sum>`
    with recursive reached(batch) as (
      select unnest(${sql.val([...roots])}::text[]) collate "C"
      union
      select edges.to_batch from edges join reached on edges.from_batch = reached.batch)
    select holder, sum(quantity)::text as quantity
    from parcels join reached using (batch)
    where not is_spent group by holder order by holder`.execute(db);
  return rows;
};

const byMemory = (
  { services }: Gateway,
  totals: HolderTotals,
  roots: readonly string[],
  caller: Caller,
): readonly Sum[] => {
  const { graph, sight } = services;
  const { numbers } = graph.reach(
    roots.flatMap((root) => graph.batches.find(root) ?? []),
    'forward',
  );
  const visible = numbers.filter(sight.seenBy(caller));
  const isAnswered = sight.answeredBy(caller.enterprise);
  return totals
    .sum(visible, (batch) => (isAnswered(batch) ? undefined : caller.enterprise))
    .map(({ holder, millionths }) => ({ holder, quantity: String(millionths) }));
};

const assertSame = (one: readonly Sum[], other: readonly Sum[]): void => {
  const sorted = (sums: readonly Sum[]): string =>
    JSON.stringify(sums.map(({ holder, quantity }) => [holder, quantity]).sort());
  if (one.length === 0 || sorted(one) !== sorted(other)) throw new Error('memory and query differ');
};

/** Rows as the projection would have made them; no chain of 70,000 batches is played for it. */
const fill = async (db: Database, graph: MadeGraph, owner: string): Promise<void> => {
  const { batches, edges, parcels } = graph;
  await sql`insert into batches (batch, issuer, owner, manufacturer, mah, kind, disposition, market, identity, block, tx_id)
    select batch, ${owner}, ${owner}, ${owner}, ${owner}, 'packed', 'released', 'released', batch, 0, ''
    from unnest(${sql.val(batches)}::text[]) as batch`.execute(db);
  await sql`insert into batch_readers (batch, enterprise, reason) select batch, ${owner}, 'party' from unnest(${sql.val(batches)}::text[]) as batch`.execute(
    db,
  );
  await sql`insert into edges select a, b, 'use', 0, ''
    from unnest(${sql.val(edges.from)}::text[], ${sql.val(edges.to)}::text[]) as e(a, b)`.execute(db);
  await sql`insert into parcels (parcel, batch, owner, holder, site, status, quantity, unit, container, shipment, is_spent, block, tx_id)
    select parcel, batch, ${owner}, holder, null, 'acceptable', ${String(BigInt(graph.perCase) * MILLIONTHS)}::numeric, 'H87', parcel, null, false, 0, ''
    from unnest(${sql.val(parcels.id)}::text[], ${sql.val(parcels.batch)}::text[], ${sql.val(parcels.holder)}::text[]) as p(parcel, batch, holder)`.execute(
    db,
  );
  await sql`analyze`.execute(db);
};

const ask = async (player: Player, roots: readonly string[]): Promise<number> => {
  const { milliseconds } = await paceOf(1, () => player.client.call('closure', { roots: [...roots] }));
  return milliseconds;
};

const measure = async (gateway: Gateway, player: Player, graph: MadeGraph): Promise<Report> => {
  const roots = graph.lots.slice(0, LOTS);
  const caller = await gateway.services.sessions.authenticate(player.token);
  await player.client.call('closure', { roots });
  const totals = await gateway.services.stock.totals();
  const ours: number[] = [];
  const peer: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    let [mine, theirs]: readonly (readonly Sum[])[] = [[], []];
    const memory = await paceOf(1, () => {
      mine = byMemory(gateway, totals, roots, caller);
      return Promise.resolve();
    });
    const query = await paceOf(1, async () => {
      theirs = await byQuery(gateway.services.db, roots);
    });
    assertSame(mine ?? [], theirs ?? []);
    ours.push(memory.milliseconds);
    peer.push(query.milliseconds);
  }
  const calls: number[] = [];
  for (let call = 0; call < CALLS; call += 1) calls.push(await ask(player, roots));
  const closure = await player.client.call('closure', { roots });
  const packs = closure.holders.reduce((sum, { quantity }) => sum + Number(quantity), 0);
  return {
    figures: [
      { name: 'batches reached', unit: '', value: closure.visible },
      { name: 'packs counted', unit: '', value: packs },
      figureOf('in memory', 'ms', ours),
      figureOf('recursive query', 'ms', peer),
      figureOf(
        'ratio',
        'times',
        ours.map((mine, i) => (peer[i] ?? NaN) / mine),
        { atLeast: 20 },
      ),
      { name: 'over HTTP, p50', unit: 'ms', value: median(calls) },
      { name: 'over HTTP, p95', unit: 'ms', value: quantile(calls, 0.95), atMost: 50 },
    ],
    bounds:
      'batches and holders that are reached; over HTTP the check of the session and the JSON of the holders',
  };
};

/** {@link byMemory} against {@link byQuery}, counts equal, and the same question over HTTP. */
export const trace = async (): Promise<Report> => {
  const { postgres: command } = findTools();
  const postgres = command === '' ? undefined : await Postgres.start(command);
  const data = await mkdtemp(join(tmpdir(), 'yaosu-bench-'));
  const config = parseConfig({
    YAOSU_DATA: data,
    PORT: '0',
    YAOSU_LOG: 'error',
    YAOSU_STORY: '0',
    DATABASE_URL: await postgres?.newDatabase(),
  });
  let gateway = await startGateway({ config });
  try {
    const { enterprise } = await enter(gateway.url, WHO);
    const graph = newGraph();
    await fill(gateway.services.db, graph, enterprise);
    await gateway.close();
    gateway = await startGateway({ config });
    return await measure(gateway, await enter(gateway.url, WHO), graph);
  } finally {
    await gateway.close();
    await postgres?.dispose();
    await rm(data, { recursive: true, force: true });
  }
};
