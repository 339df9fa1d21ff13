/** How the probe writes what the stub gave it, so that a row can be compared as JSON. */
import type { Context } from 'fabric-contract-api';
import type { Json } from './json.js';

type Stub = Context['stub'];
type Page = Awaited<ReturnType<Stub['getStateByRangeWithPagination']>>;
type Records = Page['iterator'];
type Changes = Awaited<ReturnType<Stub['getHistoryForKey']>>;

/** Text where the bytes are text, `hex:…` where not. */
export function showBytes(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes);
  const text = buffer.toString('utf8');
  return Buffer.from(text, 'utf8').equals(buffer) ? text : `hex:${buffer.toString('hex')}`;
}

/** A simple key as it is, a composite one as its parts. */
export function showKey(stub: Stub, key: string): Json {
  const composite = key.startsWith('\u0000') && key.endsWith('\u0000') && key.length > 2;
  if (!composite) return key;
  const { objectType, attributes } = stub.splitCompositeKey(key);
  return [objectType, ...attributes];
}

/** Up to `limit` records, then the iterator is closed. */
export async function showRecords(stub: Stub, records: Records, limit = Infinity): Promise<Json> {
  const shown: Json[] = [];
  while (shown.length < limit) {
    const { value, done } = await records.next();
    if (done) break;
    shown.push([showKey(stub, value.key), showBytes(value.value)]);
  }
  await records.close();
  return shown;
}

/** The history of a key, in the order in which it is given. */
export async function showHistory(changes: Changes): Promise<Json> {
  const shown: Json[] = [];
  for (let step = await changes.next(); !step.done; step = await changes.next()) {
    const { txId, value, isDelete } = step.value;
    shown.push([txId, showBytes(value), isDelete]);
  }
  await changes.close();
  return shown;
}

/** A page with its metadata; `paged: null` where the peer gave none. */
export async function showPage(stub: Stub, page: Page): Promise<Json> {
  const metadata = page.metadata as Page['metadata'] | undefined;
  return {
    records: await showRecords(stub, page.iterator),
    paged: metadata ? { count: metadata.fetchedRecordsCount, bookmark: metadata.bookmark } : null,
  };
}

/** Text of whatever was thrown. */
export function showError(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
