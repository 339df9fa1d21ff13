/** What a broken rule does: it refuses a permission, and is recorded with a fact that has happened all the same. */
import type { ActKind } from '../model/kernel/define-acts.js';
import { YaosuError, type ErrorCode } from '../model/kernel/errors.js';

/** A rule that a fact broke, and the enterprise that has to answer for it. */
export interface Deviation {
  readonly code: ErrorCode;
  readonly owner: string;
}

/** A fact whose goods the ledger has elsewhere: it changes nothing and becomes a dispute. */
export class Disputed extends Error {
  override readonly name = 'Disputed';
  constructor(
    readonly code: ErrorCode,
    readonly owners: readonly string[],
  ) {
    super(code);
  }
}

/** Collects what broke. */
export class Judgement {
  readonly #kind: ActKind;
  readonly #deviations: Deviation[] = [];

  constructor(kind: ActKind) {
    this.#kind = kind;
  }

  /** What a fact broke, in the order in which it was found. */
  get deviations(): readonly Deviation[] {
    return this.#deviations;
  }

  /** Runs a rule: its refusal ends a permission, and stays with a fact as a deviation that `owner` has to answer. */
  async rule(owner: string, check: () => void | Promise<void>): Promise<void> {
    try {
      await check();
    } catch (error) {
      if (this.#kind !== 'fact' || !(error instanceof YaosuError)) throw error;
      this.deviate(error.code, owner);
    }
  }

  /** Notes a deviation of a fact. */
  deviate(code: ErrorCode, owner: string): void {
    this.#deviations.push({ code, owner });
  }

  /** Runs a check of where the goods are: its refusal ends a permission and makes a fact a dispute of `owners`. */
  async whereabouts<T>(owners: readonly string[], check: () => T | Promise<T>): Promise<T> {
    try {
      return await check();
    } catch (error) {
      const isRetried = error instanceof YaosuError && error.code === 'PICKS_STALE';
      if (this.#kind !== 'fact' || !(error instanceof YaosuError) || isRetried) throw error;
      throw new Disputed(error.code, owners);
    }
  }
}
