/** The record of what live Fabric did: made by `npm run parity -- --record`, held against the embedded ledger ever after. */
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Consensus } from '@yaosu/network/native';
import { makePackage, repositoryRoot } from '@yaosu/network/package';
import { isSame } from './compare.js';
import type { Json } from './json.js';
import type { Row } from './row.js';
import { describeStep, type Difference } from './run-row.js';

/** What one row observed, step by step. */
export interface RecordedRow {
  readonly id: number;
  readonly title: string;
  /** Hash of what the row does, setup and steps. */
  readonly script: string;
  readonly observed: readonly Json[];
}

/** What was run, on what, when. */
export interface ParityRecord {
  readonly v: 1;
  readonly madeAt: string;
  /** Release of Fabric, and what its own commands say of their version. */
  readonly fabric: { readonly release: string; readonly commands: Readonly<Record<string, string>> };
  readonly topology: {
    readonly consensus: Consensus;
    readonly peers: readonly string[];
    readonly orderers: readonly string[];
    readonly policies: Readonly<Record<string, Json>>;
  };
  /** Hash of the probe contract as the peers got it. */
  readonly probe: string;
  readonly rows: readonly RecordedRow[];
}

/** The record of four peers and the orderers of a consensus. */
export const recordFile = (consensus: Consensus): string =>
  join(import.meta.dirname, 'records', `${consensus}.json`);

export const scriptHash = ({ setup, steps }: Row): string => sha256(JSON.stringify({ setup, steps }));

/** Hash of the code in the probe's chaincode package; the bundle names no folder, so it is the same on every machine. */
export const probeHash = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'yaosu-probe-'));
  try {
    await makePackage(repositoryRoot, folder, join(import.meta.dirname, 'probe-package.ts'));
    return sha256(await readFile(join(folder, 'index.cjs'), 'utf8'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** @throws Error when there is none, or it was made with another probe or other rows. */
export const readRecord = async (
  rows: readonly Row[],
  consensus: Consensus,
): Promise<ReadonlyMap<number, RecordedRow>> => {
  const record = JSON.parse(await readFile(recordFile(consensus), 'utf8')) as ParityRecord;
  const recorded = new Map(record.rows.map((row) => [row.id, row]));
  const stale = rows.filter((row) => (recorded.get(row.id)?.script ?? scriptHash(row)) !== scriptHash(row));
  if (record.probe === (await probeHash()) && stale.length === 0) return recorded;
  const what =
    stale.length === 0 ? 'another probe contract' : `other rows ${stale.map(({ id }) => id).join(', ')}`;
  throw new Error(`the record was made with ${what}: npm run parity -- --record makes it anew`);
};

export const writeRecord = (record: ParityRecord): Promise<void> =>
  writeFile(recordFile(record.topology.consensus), `${JSON.stringify(record, null, 1)}\n`);

/** The first step of a row that observed something else than the record says. */
export const compareWithRecord = (
  row: Row,
  { observed }: RecordedRow,
  got: readonly Json[],
): Difference | 'equal' => {
  for (const [step, what] of row.steps.entries()) {
    const [expected, recorded, found] = [row.expected[step], observed[step] ?? null, got[step] ?? null];
    if (!isSame(expected, recorded, found))
      return { step, did: describeStep(what), expected: recorded, got: found };
  }
  return 'equal';
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
