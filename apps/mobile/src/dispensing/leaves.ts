/** Leaf files that makers have opened to this firm, kept on the phone, so that a pack can be proved without signal. */
import { commissionRecord } from '@yaosu/chaincode/model/code/schemas';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { receiverLeaves } from '@yaosu/gateway/api/leaf-file';
import { api } from '../lib/api.js';
import { remember, remembered } from '../lib/memory.js';
import { database } from '../outbox/db.js';
import { leavesOf, type Leaf } from './leaf.js';

const PAGE = 100;
const filesOf = (enterprise: string): string => `leafFiles/${enterprise}`;
const nameOf = (enterprise: string, code: string): string => `${enterprise}/${code}`;
const listOnLedger = commissionRecord.pick({ root: true, used: true });

/** What proves a code; undefined when no file on this phone does. */
export const knownLeaf = async (enterprise: string, code: string): Promise<Leaf | undefined> =>
  (await database()).get('leaves', nameOf(enterprise, code));

const listFiles = async (): Promise<readonly { document: string; batch: string }[]> => {
  const found: { document: string; batch: string }[] = [];
  let cursor: string | undefined;
  do {
    const { files, next } = await api.read('leafFiles', {}, { cursor, limit: PAGE });
    found.push(...files.flatMap(({ document, batch }) => (batch === null ? [] : [{ document, batch }])));
    cursor = next ?? undefined;
  } while (cursor !== undefined);
  return found;
};

/** What a file proves; undefined when its bytes are not at the gateway yet, empty for a file of another shape. */
const readLeaves = async (
  document: string,
  batch: string,
): Promise<ReadonlyMap<string, Leaf> | undefined> => {
  const { content } = await api.read('document', { id: document });
  if (content === null) return undefined;
  const { data } = receiverLeaves.safeParse(content);
  if (data === undefined) return new Map();
  const { record } = await api.read('record', { key: keyOf('com', batch, data.commission) });
  const { root, used } = record.value;
  return leavesOf(data, batch, listOnLedger.parse({ root, used }));
};

/** Reads the files that this phone does not have yet. @throws ApiError, or TypeError without signal */
export const refreshLeaves = async (enterprise: string): Promise<void> => {
  const known = new Set(await remembered<readonly string[]>(filesOf(enterprise), []));
  for (const { document, batch } of await listFiles()) {
    if (known.has(document)) continue;
    const leaves = await readLeaves(document, batch);
    if (leaves === undefined) continue;
    known.add(document);
    const transaction = (await database()).transaction('leaves', 'readwrite');
    const store = transaction.objectStore('leaves');
    await Promise.all([...leaves].map(([code, leaf]) => store.put(leaf, nameOf(enterprise, code))));
    await transaction.done;
    // A file whose name is not written down any more is read again.
    await remember(filesOf(enterprise), [...known]);
  }
};
