/** Results of reconciliations on disk, a file a firm, and in memory. */
import type { Reconciliation } from '../api/bills.js';
import { JsonFolder } from '../data/json-folder.js';

interface OfFirm {
  readonly enterprise: string;
  readonly results: readonly Reconciliation[];
}

/** Days that are kept of a firm. */
const MOST_KEPT = 31;

/** What was found, day by day. */
export class Reconciliations {
  readonly #results = new Map<string, readonly Reconciliation[]>();
  readonly #files: JsonFolder;

  private constructor(files: JsonFolder) {
    this.#files = files;
  }

  /** Reads what the folder holds. @param newId names temporary files */
  static async open(folder: string, newId: () => string): Promise<Reconciliations> {
    const files = new JsonFolder(folder, newId);
    const store = new Reconciliations(files);
    for (const { enterprise, results } of (await files.values()) as readonly OfFirm[])
      store.#results.set(enterprise, results);
    return store;
  }

  /** Results of a firm, the last day first. */
  of(enterprise: string): readonly Reconciliation[] {
    return this.#results.get(enterprise) ?? [];
  }

  /** Keeps a result in the place of an earlier one of the same day; durable when it settles. */
  put(enterprise: string, result: Reconciliation): Promise<void> {
    return this.#files.inTurn(async () => {
      const others = this.of(enterprise).filter(({ day }) => day !== result.day);
      const sorted = [...others, result].sort((a, b) => (a.day < b.day ? 1 : -1));
      const results = sorted.slice(0, MOST_KEPT);
      await this.#files.put(enterprise, { enterprise, results } satisfies OfFirm);
      this.#results.set(enterprise, results);
    });
  }

  /** Settles when all is written. */
  close(): Promise<void> {
    return this.#files.settled();
  }
}
