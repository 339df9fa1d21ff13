/** Findings about alerts on disk, a file an alert, and in memory; they are no part of the read model. */
import { ApiError } from '../api/api-error.js';
import type { TriageView } from '../api/alerts.js';
import { JsonFolder } from '../data/json-folder.js';

interface Triaged {
  readonly alert: string;
  readonly findings: readonly TriageView[];
}

/** Findings; only ever added to. */
export class TriageStore {
  readonly #findings = new Map<string, readonly TriageView[]>();
  readonly #files: JsonFolder;

  private constructor(files: JsonFolder) {
    this.#files = files;
  }

  /** Reads what the folder holds. @param newId names temporary files */
  static async open(folder: string, newId: () => string): Promise<TriageStore> {
    const files = new JsonFolder(folder, newId);
    const store = new TriageStore(files);
    for (const { alert, findings } of (await files.values()) as readonly Triaged[])
      store.#findings.set(alert, findings);
    return store;
  }

  /** Alerts that somebody has judged. */
  triaged(): readonly string[] {
    return [...this.#findings.keys()];
  }

  /** What was found, in order. */
  of(alert: string): readonly TriageView[] {
    return this.#findings.get(alert) ?? [];
  }

  /**
   * Adds a finding; durable when it settles.
   * @param seen how many its author knew
   * @throws ApiError ALERT_TRIAGED when there are others by now
   */
  add(alert: string, seen: number, finding: TriageView): Promise<void> {
    return this.#files.inTurn(async () => {
      const before = this.of(alert);
      if (before.length !== seen) throw new ApiError('ALERT_TRIAGED', { findings: before.length });
      const findings = [...before, finding];
      await this.#files.put(alert, { alert, findings } satisfies Triaged);
      this.#findings.set(alert, findings);
    });
  }

  /** Settles when all is written. */
  close(): Promise<void> {
    return this.#files.settled();
  }
}
