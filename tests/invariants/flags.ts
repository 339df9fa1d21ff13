/** I3: the verdicts in a block are those that its own read sets lead to, replayed over what was written before. */
import { common, peer } from '@hyperledger/fabric-protos';
import { openEnvelope } from '@yaosu/network/blocks/open-envelope';
import { openTransaction } from '@yaosu/network/blocks/open-transaction';
import { parseReadWriteSet, type NamespaceSet } from '@yaosu/network/blocks/read-write-set';
import type { Version } from '@yaosu/network/blocks/set-parts';
import type { Violation } from './violation.js';

const { VALID, MVCC_READ_CONFLICT, PHANTOM_READ_CONFLICT, NOT_VALIDATED } = peer.TxValidationCode;
const FLAGS = common.BlockMetadataIndex.TRANSACTIONS_FILTER;
const CONFLICTS: readonly number[] = [MVCC_READ_CONFLICT, PHANTOM_READ_CONFLICT];
const REPLAYED: readonly number[] = [VALID, ...CONFLICTS];
const CODES: ReadonlySet<number> = new Set(Object.values(peer.TxValidationCode));

interface Judged {
  readonly txId: string;
  readonly sets: readonly NamespaceSet[];
}

type Versions = Map<string, Version>;

const nameOf = (namespace: string, key: string): string => `${namespace}\u0001${key}`;

const openAction = (bytes: Uint8Array): Judged | undefined => {
  const { channelHeader, data } = openEnvelope(bytes);
  if (channelHeader.getType() !== common.HeaderType.ENDORSER_TRANSACTION) return undefined;
  return { txId: channelHeader.getTxId(), sets: parseReadWriteSet(openTransaction(data).results) };
};

const same = (a: Version | undefined, b: Version | undefined): boolean =>
  a?.block === b?.block && a?.tx === b?.tx;

/** The first key of a transaction whose version is not the present one. */
const staleRead = ({ sets }: Judged, versions: Versions): string | undefined => {
  for (const { name, reads, ranges } of sets) {
    const all = [...reads, ...ranges.flatMap((range) => range.reads)];
    const stale = all.find(({ key, version }) => !same(version, versions.get(nameOf(name, key))));
    if (stale !== undefined) return stale.key;
  }
  return undefined;
};

const apply = ({ sets }: Judged, version: Version, versions: Versions): void => {
  for (const { name, writes, metadataWrites } of sets) {
    for (const { key, isDelete } of writes) {
      if (isDelete) versions.delete(nameOf(name, key));
      else versions.set(nameOf(name, key), version);
    }
    for (const { key } of metadataWrites) {
      if (versions.has(nameOf(name, key))) versions.set(nameOf(name, key), version);
    }
  }
};

const faultOf = (code: number, judged: Judged, versions: Versions, seen: Set<string>): string | undefined => {
  const stale = staleRead(judged, versions);
  if (code === VALID && stale !== undefined) return `is VALID and read a stale ${stale}`;
  if (code === VALID && seen.has(judged.txId)) return 'is VALID a second time';
  const hasRanges = judged.sets.some(({ ranges }) => ranges.length > 0);
  if (CONFLICTS.includes(code) && stale === undefined && !hasRanges) return 'is a conflict without one';
  return undefined;
};

/** What has been replayed so far. */
interface Past {
  readonly versions: Versions;
  /** Valid transactions. */
  readonly seen: Set<string>;
}

/** Replays one transaction. @returns what is wrong with its verdict */
const replay = (
  envelope: Uint8Array,
  code: number,
  at: Version,
  { versions, seen }: Past,
): string | undefined => {
  if (code === NOT_VALIDATED || !CODES.has(code)) return `transaction ${String(at.tx)} has no verdict`;
  const judged = REPLAYED.includes(code) ? openAction(envelope) : undefined;
  if (judged === undefined) return undefined;
  const fault = faultOf(code, judged, versions, seen);
  if (code === VALID) {
    seen.add(judged.txId);
    apply(judged, at, versions);
  }
  return fault && `transaction ${judged.txId} ${fault}`;
};

const replayBlock = (bytes: Uint8Array, number: number, past: Past): readonly string[] => {
  const block = common.Block.deserializeBinary(bytes);
  const flags = block.getMetadata()?.getMetadataList_asU8()[FLAGS] ?? new Uint8Array();
  const envelopes = block.getData()?.getDataList_asU8() ?? [];
  const faults = flags.length === envelopes.length ? [] : [`${String(flags.length)} verdicts`];
  for (const [tx, envelope] of envelopes.entries()) {
    const fault = replay(envelope, flags[tx] ?? NOT_VALIDATED, { block: number, tx }, past);
    if (fault !== undefined) faults.push(fault);
  }
  return faults;
};

/** I3: one known verdict a transaction; what is VALID read present versions, once; a conflict is one. */
export const checkFlags = (blocks: Iterable<Uint8Array>): readonly Violation[] => {
  const violations: Violation[] = [];
  const past: Past = { versions: new Map(), seen: new Set() };
  let number = 0;
  for (const bytes of blocks) {
    for (const fault of replayBlock(bytes, number, past))
      violations.push({ invariant: 'I3', what: `block ${String(number)}: ${fault}` });
    number += 1;
  }
  return violations;
};
