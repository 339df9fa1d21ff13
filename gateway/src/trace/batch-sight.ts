/** Who may see which batch, in memory: a closure of thousands of batches asks for each of them. */
import { readsAs } from '../access/authority-readers.js';
import type { Caller } from '../access/caller.js';
import type { Database } from '../db/open-database.js';
import type { BlockChanges } from '../projection/apply-block.js';
import type { Projection } from '../projection/projection.js';
import type { BatchNumbers } from './batch-numbers.js';
import { NumberedValues } from './numbered-values.js';

const CHUNK = 1_000;
/** Number of the circle without readers, and of no firm. */
const NOBODY = 0;

interface Reader {
  readonly name: string;
  /** Null: for good. */
  readonly until: string | null;
}

const chunksOf = (items: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, i) => items.slice(i * CHUNK, (i + 1) * CHUNK));

/** Readers of batches and who answers for them, read when first asked for and again where blocks changed them. */
export class BatchSight {
  readonly #circles = new NumberedValues<readonly Reader[]>([]);
  readonly #firms = new NumberedValues('');
  /** Number of the batch → number of its circle of readers, of the firm that answers for it. */
  readonly #readers: number[] = [];
  readonly #answers: number[] = [];
  readonly #changed = new Set<string>();
  readonly #changedIdentities = new Set<string>();
  #isLoaded = false;
  #refreshing: Promise<void> = Promise.resolve();

  constructor(
    readonly db: Database,
    readonly batches: BatchNumbers,
    projection: Pick<Projection, 'listen'>,
  ) {
    projection.listen((block) => this.#note(block));
  }

  /** Whether the caller may see a batch, as of the last {@link BatchSight.refresh}. */
  seenBy(caller: Caller): (batch: number) => boolean {
    const isCallers = readsAs(caller);
    const isOpen = ({ name, until }: Reader): boolean =>
      isCallers(name) && (until === null || until >= caller.at);
    const verdicts = this.#circles.values.map((circle) => circle.some(isOpen));
    return (batch) => verdicts[this.#readers[batch] ?? NOBODY] ?? false;
  }

  /** Whether an enterprise answers for a batch: its marketing authorisation holder, else its owner. */
  answeredBy(enterprise: string): (batch: number) => boolean {
    const firm = this.#firms.numberOf(enterprise);
    return (batch) => this.#answers[batch] === firm;
  }

  /** Reads what has changed since the last time; those who ask together wait for one reading. */
  refresh(): Promise<void> {
    const next = this.#refreshing.catch(() => undefined).then(() => this.#read());
    this.#refreshing = next;
    return next;
  }

  #note({ changes }: BlockChanges): void {
    if (!this.#isLoaded) return;
    for (const { type, parts, record } of changes) {
      if (type === 'batch') this.#changed.add(parts[0] ?? '');
      if (type === 'parcel') this.#changed.add(String(record?.value['batch']));
      if (type === 'grant') this.#changedIdentities.add(parts[0] ?? '');
    }
  }

  async #read(): Promise<void> {
    if (!this.#isLoaded) {
      this.#isLoaded = true;
      await this.#load().catch((error: unknown) => {
        this.#isLoaded = false;
        throw error;
      });
      return;
    }
    for (const identities of chunksOf([...this.#changedIdentities])) {
      const named = await this.db
        .selectFrom('batches')
        .select('batch')
        .where('identity', 'in', [...identities])
        .execute();
      for (const { batch } of named) this.#changed.add(batch);
      for (const identity of identities) this.#changedIdentities.delete(identity);
    }
    for (const batches of chunksOf([...this.#changed])) {
      await this.#load(batches);
      for (const batch of batches) this.#changed.delete(batch);
    }
  }

  async #load(batches?: readonly string[]): Promise<void> {
    const readers = await this.db
      .selectFrom('batch_readers')
      .select(['batch', 'enterprise', 'until'])
      .$if(batches !== undefined, (select) => select.where('batch', 'in', [...(batches ?? [])]))
      .orderBy('batch')
      .orderBy('enterprise')
      .orderBy('until')
      .execute();
    const answers = await this.db
      .selectFrom('batches')
      .select(['batch', 'owner', 'mah'])
      .$if(batches !== undefined, (select) => select.where('batch', 'in', [...(batches ?? [])]))
      .execute();
    const circles = new Map<string, Reader[]>((batches ?? []).map((batch) => [batch, []]));
    for (const { batch, enterprise: name, until } of readers) {
      const circle = circles.get(batch) ?? [];
      circle.push({ name, until });
      circles.set(batch, circle);
    }
    for (const [batch, circle] of circles) this.#put(this.#readers, batch, this.#circles.numberOf(circle));
    for (const { batch, owner, mah } of answers)
      this.#put(this.#answers, batch, this.#firms.numberOf(mah ?? owner));
  }

  /** Without holes: an array with holes is a slow one. */
  #put(numbers: number[], batch: string, value: number): void {
    const at = this.batches.of(batch);
    while (numbers.length <= at) numbers.push(NOBODY);
    numbers[at] = value;
  }
}
