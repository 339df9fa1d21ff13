import { peer } from '@hyperledger/fabric-protos';
import type { NamespaceSet, RangeRead } from '../../blocks/read-write-set.js';
import type { Version } from '../../blocks/set-parts.js';
import { hashedKey, publicEnd, publicKey } from '../store/keys.js';
import { sameVersion } from '../store/state-entry.js';
import type { BlockChanges } from './block-changes.js';

const { MVCC_READ_CONFLICT, PHANTOM_READ_CONFLICT } = peer.TxValidationCode;

/**
 * The conflict of a transaction with what is committed and with earlier valid transactions of its block: reads first,
 * then ranges, then hashed reads, a namespace at a time. Undefined when there is none.
 */
export async function checkReads(
  sets: readonly NamespaceSet[],
  changes: BlockChanges,
): Promise<number | undefined> {
  for (const set of sets) {
    if (set.reads.some(({ key, version }) => isStale(publicKey(set.name, key), version, changes))) {
      return MVCC_READ_CONFLICT;
    }
    for (const range of set.ranges) {
      if (await hasPhantom(set.name, range, changes)) return PHANTOM_READ_CONFLICT;
    }
    const isHashStale = set.collections.some(({ name, reads }) =>
      reads.some(({ key, version }) => isStale(hashedKey(set.name, name, key), version, changes)),
    );
    if (isHashStale) return MVCC_READ_CONFLICT;
  }
  return undefined;
}

function isStale(key: Buffer, version: Version | undefined, changes: BlockChanges): boolean {
  return changes.hasWritten(key) || !sameVersion(changes.committed.entry(key)?.version, version);
}

async function hasPhantom(
  namespace: string,
  { start, end, exhausted, reads }: RangeRead,
  changes: BlockChanges,
): Promise<boolean> {
  const found = await changes.range({
    start: publicKey(namespace, start),
    end: end === '' ? publicEnd(namespace) : publicKey(namespace, end),
    includeEnd: !exhausted,
  });
  if (found.length !== reads.length) return true;
  return reads.some(({ key, version }, index) => {
    const actual = found[index];
    return !actual?.key.equals(publicKey(namespace, key)) || !sameVersion(actual.entry.version, version);
  });
}
