/** Serials by a keyed permutation, of which a range is kept, against random ones under a unique index. */
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { findTools } from '../bin/find-tools.mjs';
import { SERIAL_SCHEMES } from '../gateway/src/api/codes.js';
import { newSerials, type Serials } from '../gateway/src/codes/serials.js';
import { SpaceStore } from '../gateway/src/codes/space-store.js';
import { openEmbeddedDatabase, openPostgres, type Database } from '../gateway/src/db/open-database.js';
import { Postgres } from '../gateway/src/testing/postgres.js';
import { median, paceOf, perSecond } from './harness/measure.js';
import { figureOf, type Report } from './harness/report.js';

const { alphabet, length } = SERIAL_SCHEMES.letters12;
const ALL = 10_000_000;
const DURABLE = 1_000_000;
const PEER = 100_000;
const ROUNDS = 3;
const PART = 100_000;
const ROWS = 10_000;
const KEY_BYTES = 32;
/** 99.99 % of the sums over 12 places of chi-square with 31 degrees of freedom each lie below. */
const CHI_SQUARE = 484;

/** Places of letters, as numbers of the alphabet. */
const PLACES = new Map(Array.from(alphabet, (letter, i) => [letter.charCodeAt(0), i]));

/** What all serials of a run are like: each as a number, and how often each letter stands at each place. */
class Sample {
  readonly #numbers = new BigUint64Array(ALL);
  readonly #counts = Array.from({ length }, () => new Uint32Array(alphabet.length));
  #size = 0;

  add(serial: string): void {
    let [upper, lower] = [0, 0];
    for (let at = 0; at < length; at += 1) {
      const letter = PLACES.get(serial.charCodeAt(at)) ?? 0;
      const counts = this.#counts[at] as Uint32Array;
      counts[letter] = (counts[letter] ?? 0) + 1;
      if (at < length / 2) upper = upper * alphabet.length + letter;
      else lower = lower * alphabet.length + letter;
    }
    this.#numbers[this.#size] = (BigInt(upper) << 32n) | BigInt(lower);
    this.#size += 1;
  }

  /** How many came before. */
  duplicates(): number {
    const sorted = this.#numbers.subarray(0, this.#size).sort();
    return sorted.reduce((sum, number, i) => (i > 0 && number === sorted[i - 1] ? sum + 1 : sum), 0);
  }

  /** Sum over places and letters of (seen - expected)² / expected. */
  chiSquare(): number {
    const expected = this.#size / alphabet.length;
    return this.#counts
      .flatMap((counts) => [...counts])
      .reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0);
  }
}

const sampleOf = (serials: Serials): Sample => {
  const sample = new Sample();
  for (let from = 0; from < ALL; from += PART) for (const each of serials.at(from, PART)) sample.add(each);
  return sample;
};

const newSpace = () => ({
  ...({ enterprise: 'bench', gtin: '06901004000215', scheme: 'letters12', keyVersion: 1 } as const),
  prefix: randomUUID(),
});

/** The space is on the disk before its serials are given out; nothing else has to be. */
const issueDurably = async (spaces: SpaceStore): Promise<unknown> => {
  await spaces.add(newSpace());
  return newSerials('letters12', randomBytes(KEY_BYTES)).at(0, DURABLE);
};

const randomSerial = (): string => {
  let serial = '';
  for (let at = 0; at < length; at += 1) serial += alphabet.charAt(randomInt(alphabet.length));
  return serial;
};

/** The peer: drawn, and kept where the index says that it is new. */
const drawAndKeep = async (db: Database): Promise<void> => {
  for (let done = 0; done < PEER; done += ROWS) {
    const serials = Array.from({ length: ROWS }, randomSerial);
    await sql`insert into drawn select unnest(${sql.val(serials)}::text[]) on conflict do nothing`.execute(
      db,
    );
  }
};

const measure = async (db: Database, spaces: SpaceStore): Promise<Report> => {
  await sql`create table drawn (serial text primary key)`.execute(db);
  const [ours, peer, millions]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const mine = await paceOf(DURABLE, () => issueDurably(spaces));
    ours.push(perSecond(mine));
    millions.push(mine.milliseconds);
    peer.push(perSecond(await paceOf(PEER, () => drawAndKeep(db))));
  }
  const sample = sampleOf(newSerials('letters12', randomBytes(KEY_BYTES)));
  return {
    figures: [
      figureOf('permuted, range kept', 'codes/s', ours),
      figureOf('random, unique index', 'codes/s', peer),
      figureOf(
        'ratio',
        'times',
        ours.map((mine, i) => mine / (peer[i] ?? NaN)),
        { atLeast: 7 },
      ),
      { name: 'a million, durable', unit: 'ms', value: median(millions), atMost: 1_000 },
      { name: 'codes compared', unit: '', value: ALL },
      { name: 'duplicates among them', unit: '', value: sample.duplicates(), atMost: 0 },
      {
        name: 'chi-square of letters by place',
        unit: 'of 372 degrees',
        value: sample.chiSquare(),
        atMost: CHI_SQUARE,
      },
    ],
    bounds: 'AES-256 ten times a code, and making its text',
  };
};

/** {@link issueDurably} against {@link drawAndKeep}; ten million serials, all different and evenly spread. */
export const issue = async (): Promise<Report> => {
  const { postgres: command } = findTools();
  const postgres = command === '' ? undefined : await Postgres.start(command);
  const folder = await mkdtemp(join(tmpdir(), 'yaosu-bench-'));
  const url = await postgres?.newDatabase();
  const db = await (url === undefined ? openEmbeddedDatabase(join(folder, 'db')) : openPostgres(url));
  try {
    return await measure(db, await SpaceStore.open(join(folder, 'spaces'), randomUUID));
  } finally {
    await db.destroy();
    await postgres?.dispose();
    await rm(folder, { recursive: true, force: true });
  }
};
