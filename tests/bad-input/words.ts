/** Markup and SQL where people write: kept to the letter, answered as data, never run. */
import { expect, test } from '@jest/globals';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { ACTS, ALL_ACTS } from '@yaosu/chaincode/model/acts';
import { storeDocument } from '@yaosu/gateway/api/store-document';
import { newClient } from '@yaosu/gateway/api/client';
import * as z from 'zod';
import { RIGHTS } from '../contracts/rights/index.js';
import type { Actor } from '../support/actor.js';
import { expectRefused, verdictOf } from './expect-refused.js';
import { WORDS } from './hostile.js';
import { placesOf, withValue, type Schema } from './mutations.js';
import type { Reply, Workbench } from './workbench.js';

const { Enterprise, Network, Quality, Recall, Shipment, Telemetry, Waste } = ACTS;

/** Acts with words that stand in the clear, by hand; the rest signs digests of words. */
const KEPT: readonly Act[] = [
  Enterprise.register,
  Enterprise.addSite,
  Enterprise.addLicence,
  Quality.openDeviation,
  Shipment.create,
  Shipment.load,
  Telemetry.dispose,
  Waste.createManifest,
  Waste.handOver,
];
/** Seals that are not those that were loaded are told with the fact, as a deviation. */
const TOLD: readonly Act[] = [Shipment.handOver, Shipment.receive];
/** A number of a licence has to be one that there is. */
const LOOKED_UP: readonly Act[] = [Waste.plan];
/** Words that a code and a signature within the payload stand for: other ones are refused. */
const BOUND: readonly Act[] = [Shipment.offer];
/** Words that only some commands have: an order's number, a permit's, a passkey's origins. */
const SELDOM: readonly Act[] = [Network.open, Enterprise.admitKey, Recall.open, Waste.depart];

const nameOf = ({ contract, name }: Act): string => `${contract}.${name}`;

const hasText = (schema: unknown): boolean => {
  if (typeof schema !== 'object' || schema === null) return false;
  const { type, maxLength, pattern } = schema as {
    readonly type?: string;
    maxLength?: number;
    pattern?: string;
  };
  if (type === 'string' && maxLength !== undefined && pattern === undefined) return true;
  return Object.values(schema).some(hasText);
};

const read = async (
  { gateway, token }: { readonly gateway: Workbench['gateway']; readonly token: string },
  path: string,
): Promise<{ readonly text: string; readonly headers: Headers }> => {
  const response = await fetch(`${gateway.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
  return { text: await response.text(), headers: response.headers };
};

/** The words, cut to what the place takes. */
const spoken = (words: string, longest: number | undefined): string => words.slice(0, longest);

/** Sends a command whose every text is these words. */
const speak = async (
  bench: Workbench,
  act: Act,
  words: string,
): Promise<{ readonly told: readonly string[]; readonly reply: Reply; readonly by: Actor }> => {
  const right = RIGHTS.find((each) => each.act === act);
  if (right === undefined) throw new Error('nobody may');
  const base = await bench.base(right);
  await bench.settled();
  const schema = z.toJSONSchema(act.input, { io: 'input', unrepresentable: 'any' }) as Schema;
  const places = placesOf(schema, base.payload).filter(({ kind }) => kind === 'text');
  const payload = places.reduce<unknown>(
    (spoilt, { path, bounds }) => withValue(spoilt, path, spoken(words, bounds[1])),
    base.payload,
  ) as Record<string, unknown>;
  const reply = await bench.send(base, JSON.stringify({ envelope: bench.envelope(base, { payload }) }));
  return { told: places.map(({ bounds }) => spoken(words, bounds[1])), reply, by: base.actors[0]! };
};

/** As {@link speak}; it has to reach the ledger. */
const send = async (
  bench: Workbench,
  act: Act,
  words: string,
): Promise<{
  readonly told: readonly string[];
  readonly txId: string;
  readonly outcome: string | undefined;
  readonly by: Actor;
}> => {
  const { told, reply, by } = await speak(bench, act, words);
  expect([verdictOf(reply), reply.text]).toEqual(['201', reply.text]);
  const { txId, result } = JSON.parse(reply.text) as { txId: string; result: { outcome?: string } };
  return { told, txId, outcome: result.outcome, by };
};

const describeActs = (bench: () => Workbench): void => {
  const rows = KEPT.flatMap((act) =>
    Object.entries(WORDS).map(([what, words]) => ({ act, words, title: `${nameOf(act)} in ${what}` })),
  );
  test.each(rows)('$title', async ({ act, words }) => {
    const { told, txId, by } = await send(bench(), act, words);
    const session = { gateway: bench().gateway, token: await bench().token(by) };
    const { keys } = JSON.parse((await read(session, `/api/transactions/${txId}`)).text) as {
      keys: string[];
    };
    const records = await Promise.all(
      keys.map((key) => read(session, `/api/records/${encodeURIComponent(key)}`)),
    );
    for (const text of told)
      expect(records.some((record) => record.text.includes(JSON.stringify(text)))).toBe(true);
    for (const { headers } of records) {
      expect(headers.get('content-type')).toContain('application/json');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });

  test.each(TOLD.map((act) => ({ act, title: nameOf(act) })))('$title in HTML', async ({ act }) => {
    const { outcome } = await send(bench(), act, WORDS.html);
    expect(outcome).toBe('deviating');
  });

  test.each([...LOOKED_UP, ...BOUND].map((act) => ({ act, title: nameOf(act) })))(
    '$title in SQL',
    async ({ act }) => {
      const { reply } = await speak(bench(), act, WORDS.sql);
      expectRefused(nameOf(act), reply);
    },
  );

  test('no act with words in the clear is left out', () => {
    const withText = ALL_ACTS.filter(({ input }) =>
      hasText(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })),
    );
    const named = [...KEPT, ...TOLD, ...LOOKED_UP, ...BOUND, ...SELDOM];
    expect(withText.map(nameOf).sort()).toEqual(named.map(nameOf).sort());
  });
};

/** Tests of words. */
export const describeWords = (bench: () => Workbench): void => {
  describeActs(bench);

  test.each(Object.entries(WORDS))('a document with %s is read as it was written', async (_, words) => {
    const by = bench().stage.actor('makerQp');
    const client = newClient(bench().gateway.url);
    client.setToken(await bench().token(by));
    const content = { [words]: words, list: [words, { deep: words }] };
    const { plaintextDigest } = await storeDocument(client, 'a1'.repeat(16), content);
    const { content: back } = await client.read('statement', { digest: plaintextDigest });
    expect(back).toEqual(content);
  });

  test('the tables are there', async () => {
    expect((await fetch(`${bench().gateway.url}/readyz`)).status).toBe(200);
    const { gateway, stage } = bench();
    const { text } = await read(
      { gateway, token: await bench().token(stage.actor('makerQp')) },
      '/api/enterprises',
    );
    expect(text).toContain('"enterprise":"maker"');
  });
};
