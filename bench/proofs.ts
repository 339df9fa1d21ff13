/** The log of blocks against merkletreejs in the same run: leaves, audit paths and checks a second. */
import { createHash } from 'node:crypto';
import { rootOfInclusion } from '@yaosu/network/log/check-proofs';
import { MerkleLog } from '@yaosu/network/log/merkle-log';
import { MerkleTree } from 'merkletreejs';
import { median, perSecond, type Pace } from './harness/measure.js';
import type { Figure, Report } from './harness/report.js';

const ROUNDS = 5;
const LEAVES = 131_072;
const LEAF_BYTES = 100;
const PROOFS = 500_000;
const CHECKS = 10_000;
const STRIDE = 48_271;
const AT_LEAST = 4;
const MICROSECONDS = 1_000;

const sha256 = (data: Buffer): Buffer => createHash('sha256').update(data).digest();

const leafAt = (index: number): Buffer => {
  const bytes = Buffer.alloc(LEAF_BYTES, index % 251);
  bytes.writeUInt32BE(index);
  return bytes;
};

/** Time of the processor: a machine that others use makes the clock lie. */
const timed = <T>(count: number, run: () => T): { readonly pace: Pace; readonly made: T } => {
  const before = process.cpuUsage();
  const made = run();
  const { user, system } = process.cpuUsage(before);
  return { pace: { count, milliseconds: (user + system) / MICROSECONDS }, made };
};

/** Leaves all over the log, in no order that a cache would like. */
const scattered = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => (i * STRIDE) % LEAVES);

/** Makes all, keeps those that are checked: who asks for a proof takes it away. */
const makeProofs = <T>(make: (i: number) => T): readonly T[] => {
  const kept: T[] = [];
  for (let i = 0; i < PROOFS; i += 1) {
    const proof = make(i);
    if (i < CHECKS) kept.push(proof);
  }
  return kept;
};

interface Round {
  readonly leaves: Pace;
  readonly proofs: Pace;
  readonly checks: Pace;
}

const ours = (leaves: readonly Buffer[]): Round => {
  const { pace, made: log } = timed(LEAVES, () => {
    const built = MerkleLog.of(leaves);
    built.root();
    return built;
  });
  const places = scattered(PROOFS);
  const proofs = timed(PROOFS, () => makeProofs((i) => log.inclusion(places[i] ?? 0)));
  const root = log.root();
  const checks = timed(CHECKS, () => {
    for (let i = 0; i < CHECKS; i += 1) {
      const index = places[i] ?? 0;
      const data = leaves[index] ?? Buffer.alloc(0);
      const led = rootOfInclusion({ index, data }, LEAVES, proofs.made[i] ?? []);
      if (led !== root) throw new Error('a proof of ours does not hold');
    }
  });
  return { leaves: pace, proofs: proofs.pace, checks: checks.pace };
};

const peer = (leaves: readonly Buffer[]): Round => {
  const { pace, made: tree } = timed(LEAVES, () => {
    const built = new MerkleTree([...leaves], sha256, { hashLeaves: true });
    built.getRoot();
    return built;
  });
  const places = scattered(PROOFS);
  const hashed = places.map((index) => sha256(leaves[index] ?? Buffer.alloc(0)));
  const proofs = timed(PROOFS, () => makeProofs((i) => tree.getProof(hashed[i] ?? '', places[i])));
  const root = tree.getRoot();
  const checks = timed(CHECKS, () => {
    for (let i = 0; i < CHECKS; i += 1) {
      const at = i % PROOFS;
      const leaf = sha256(leaves[places[at] ?? 0] ?? Buffer.alloc(0));
      if (!tree.verify(proofs.made[at] ?? [], leaf, root))
        throw new Error("a proof of the peer's does not hold");
    }
  });
  return { leaves: pace, proofs: proofs.pace, checks: checks.pace };
};

const figuresOf = (part: keyof Round, own: readonly Round[], peers: readonly Round[]): readonly Figure[] => {
  const [mine, theirs] = [own, peers].map((rounds) => rounds.map((round) => perSecond(round[part])));
  const rate = (name: string, rates: readonly number[]): Figure => ({
    name,
    value: median(rates),
    unit: 'a second of CPU',
    spread: [Math.min(...rates), Math.max(...rates)],
  });
  return [
    rate(`${part}, ours`, mine ?? []),
    rate(`${part}, merkletreejs`, theirs ?? []),
    {
      name: `${part}, ours to merkletreejs`,
      value: median(mine ?? []) / median(theirs ?? []),
      unit: 'times',
      atLeast: AT_LEAST,
    },
  ];
};

/** Leaves, proofs and checks of 131,072 leaves of 100 bytes. */
export const proofs = (): Promise<Report> => {
  const leaves = Array.from({ length: LEAVES }, (_, i) => leafAt(i));
  const own: Round[] = [];
  const peers: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    own.push(ours(leaves));
    peers.push(peer(leaves));
  }
  return Promise.resolve({
    figures: (['leaves', 'proofs', 'checks'] as const).flatMap((part) => figuresOf(part, own, peers)),
    bounds: 'two SHA-256 of node:crypto a leaf; a proof reads 17 kept hashes; a check hashes 18 times',
  });
};
