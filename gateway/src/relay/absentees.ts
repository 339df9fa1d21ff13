/** Organisations whose peers did not answer lately: until they are asked again, others endorse in their place. */
const ASKED_AGAIN_AFTER_MS = 5000;

/** Kept for all commands of a relay, so that not each of them finds out anew. */
export class Absentees {
  readonly #until = new Map<string, number>();

  constructor(private readonly nowMs: () => number) {}

  note(organisations: readonly string[]): void {
    for (const mspId of organisations) this.#until.set(mspId, this.nowMs() + ASKED_AGAIN_AFTER_MS);
  }

  /** Those that are not to be asked now. */
  current(): ReadonlySet<string> {
    const now = this.nowMs();
    for (const [mspId, until] of this.#until) if (until <= now) this.#until.delete(mspId);
    return new Set(this.#until.keys());
  }

  /** Everybody is asked again. */
  forget(): void {
    this.#until.clear();
  }
}
