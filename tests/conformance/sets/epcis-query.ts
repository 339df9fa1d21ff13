/** EPCIS queries: parameters over the events of GS1's examples, and what is no query. */
import { openEmbeddedDatabase } from '@yaosu/gateway/database';
import { eventRows } from '@yaosu/gateway/epcis/event-rows';
import { masterDataOf } from '@yaosu/gateway/epcis/master-data';
import { parseEventQuery, type Parameters } from '@yaosu/gateway/epcis/parse-query';
import { runQuery } from '@yaosu/gateway/epcis/run-query';
import { insertEvents, saveMasterData } from '@yaosu/gateway/epcis/store-events';
import { asEvent } from '@yaosu/chaincode/model/epcis/parse-document';
import { eventDigest } from '@yaosu/chaincode/signing/event-hash';
import { dirname, join } from 'node:path';
import { readJson } from '../folder.js';
import type { Case, ConformanceSet } from '../set.js';

type Json = Readonly<Record<string, unknown>>;
type Database = Awaited<ReturnType<typeof openEmbeddedDatabase>>;

const ENTERPRISE = 'somebody';
const ORIGIN = { block: 1, tx_id: 'tx' };
const CAPTURED = { enterprise: ENTERPRISE, attestation: 'all', receivedAt: '2026-11-20T00:00:00.000Z' };
const MAX_PAGES = 100;

/** An event of a corpus, the context of its document, and how cases name it. */
export interface CorpusEvent {
  readonly event: Json;
  readonly context: unknown;
}

/** A database that holds a corpus. */
export const storeOf = async (
  corpus: readonly CorpusEvent[],
  vocabularies: readonly unknown[] = [],
  context?: unknown,
): Promise<Database> => {
  const db = await openEmbeddedDatabase();
  const rows = corpus.map(({ event, context: own }, at) => {
    const hash = eventDigest(asEvent(event), own);
    return eventRows({ at, hash, event: asEvent(event) }, own);
  });
  await insertEvents(db, CAPTURED, ORIGIN, rows);
  await saveMasterData(db, ENTERPRISE, masterDataOf({ context, events: [], vocabularies }));
  return db;
};

/** Parameters as an address has them. */
export const inAddress = (parameters: Json): Parameters =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, [value].flat().map(String).join('|')]),
  );

/** Ids of the events of all pages. */
export const answerTo = async (db: Database, parameters: Parameters): Promise<readonly string[]> => {
  const asked = { db, reader: { enterprise: ENTERPRISE, at: CAPTURED.receivedAt }, asOfBlock: ORIGIN.block };
  const ids: string[] = [];
  let token: string | null | undefined;
  for (let page = 0; page < MAX_PAGES && token !== null; page += 1) {
    const more = token === undefined ? {} : { nextPageToken: token };
    const { events, next } = await runQuery(asked, parseEventQuery({ ...parameters, ...more }));
    ids.push(...events.map(({ event_id: id }) => id));
    token = next;
  }
  return ids;
};

/** Code with which a query is refused; undefined when it is answered. */
export const refusalOf = async (db: Database, parameters: Parameters): Promise<string | undefined> => {
  try {
    await answerTo(db, parameters);
    return undefined;
  } catch (error) {
    return (error as { readonly code?: string }).code ?? String(error);
  }
};

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());

interface QueryCases {
  readonly cases: readonly {
    readonly id: string;
    readonly params: Json;
    readonly expect_event_ids: readonly string[];
  }[];
  readonly refusals: readonly { readonly id: string; readonly params: Json; readonly expect: string }[];
}

let open: Database | undefined;

const queryCases = async (file: string): Promise<readonly Case[]> => {
  const { events } = readJson<{ readonly events: readonly CorpusEvent[] }>(
    join(dirname(file), 'query-corpus.json'),
  );
  const db = await storeOf(events);
  open = db;
  const { cases, refusals } = readJson<QueryCases>(file);
  return [
    ...cases.flatMap(({ id, params, expect_event_ids: expected }) => [
      {
        id: `${id} ${JSON.stringify(params)}`,
        passes: async () => isSame(await answerTo(db, inAddress(params)), expected),
      },
      {
        id: `${id} as JSON, two a page`,
        passes: async () => isSame(await answerTo(db, { ...params, perPage: 2 }), expected),
      },
    ]),
    ...refusals.map(({ id, params, expect }) => ({
      id: `${id} ${JSON.stringify(params)}: ${expect}`,
      passes: async () =>
        (await refusalOf(db, inAddress(params))) ===
        (expect.startsWith('413') ? 'QUERY_TOO_LARGE' : 'QUERY_INVALID'),
    })),
  ];
};

export const EPCIS_QUERIES: ConformanceSet = {
  name: 'epcis/queries',
  at: 'epcis/query-cases.json',
  cases: queryCases,
  close: async () => open?.destroy(),
  leftOut: [],
};
