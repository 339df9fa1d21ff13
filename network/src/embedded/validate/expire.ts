import { decodeVersion, sameVersion } from '../store/state-entry.js';
import { expiryPrefix } from '../store/keys.js';
import type { BlockChanges } from './block-changes.js';

/**
 * Drop private values and hashes whose last block was the one before `block`, unless they were written again since.
 * It happens after the block's reads were checked: a transaction of this very block may still rely on them.
 */
export async function expire(block: number, changes: BlockChanges): Promise<void> {
  if (block === 0) return;
  const prefix = expiryPrefix(block - 1);
  for (const [noteKey, version] of await changes.committed.rawEntries(prefix, expiryPrefix(block))) {
    const key = noteKey.subarray(prefix.length);
    if (sameVersion(changes.entry(key)?.version, decodeVersion(version))) changes.set(key, undefined);
    changes.notes.push({ type: 'del', key: noteKey });
  }
}
