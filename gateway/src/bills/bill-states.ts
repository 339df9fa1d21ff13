/** How far bills have come with the platform: a line a step on disk, the last of each bill in memory; no part of the read model. */
import { LineFile } from '../data/line-file.js';
import type { BillState } from '../api/bill-kinds.js';

/** Where a bill stands in the order of the ledger. */
export interface BillPlace {
  readonly block: number;
  readonly position: number;
}

/** What is known of a bill. */
export interface BillStep extends BillPlace {
  readonly bill: string;
  readonly enterprise: string;
  readonly state: BillState;
  readonly at: string;
  /** Platform that it was sent to; null before it was sent to any. */
  readonly platform: string | null;
  /** Number that the platform has given. */
  readonly externalNo: string | null;
  /** Why the platform has refused it. */
  readonly refusal: { readonly code: string; readonly text: string } | null;
  /** Key of the person who has said that it is sent again; null: nobody had to. */
  readonly by: string | null;
}

/** Before the first of all bills. */
export const NOWHERE: BillPlace = { block: -1, position: -1 };

/** Whether a place comes after another. */
export const isAfter = (a: BillPlace, b: BillPlace): boolean =>
  a.block > b.block || (a.block === b.block && a.position > b.position);

interface OfFirm {
  /** The last bill that was begun: all before it were begun too. */
  cursor: BillPlace;
  /** Bills up to the cursor that are not accepted. */
  readonly open: Map<string, BillStep>;
}

/** Steps of bills. */
export class BillStates {
  readonly #file: LineFile<BillStep>;
  readonly #last = new Map<string, BillStep>();
  readonly #firms = new Map<string, OfFirm>();

  private constructor(file: LineFile<BillStep>) {
    this.#file = file;
    for (const step of file.lines) this.#take(step);
  }

  /** Reads what an earlier life has noted. */
  static async open(path: string): Promise<BillStates> {
    return new BillStates(await LineFile.open<BillStep>(path));
  }

  /** Notes a step; durable when it settles. */
  async note(step: BillStep): Promise<void> {
    await this.#file.append(step);
    this.#take(step);
  }

  /** The last step of a bill; undefined before the first. */
  of(bill: string): BillStep | undefined {
    return this.#last.get(bill);
  }

  /** The last bill of an enterprise that was begun. */
  cursorOf(enterprise: string): BillPlace {
    return this.#firms.get(enterprise)?.cursor ?? NOWHERE;
  }

  /** Bills of an enterprise that were begun and are not accepted, in the order of the ledger. */
  openOf(enterprise: string): readonly BillStep[] {
    const open = [...(this.#firms.get(enterprise)?.open.values() ?? [])];
    return open.sort((a, b) => (isAfter(a, b) ? 1 : -1));
  }

  /** Settles when all is written. */
  close(): Promise<void> {
    return this.#file.close();
  }

  #take(step: BillStep): void {
    const { bill, enterprise, state, block, position } = step;
    const firm = this.#firms.get(enterprise) ?? { cursor: NOWHERE, open: new Map<string, BillStep>() };
    this.#firms.set(enterprise, firm);
    this.#last.set(bill, step);
    if (isAfter(step, firm.cursor)) firm.cursor = { block, position };
    if (state === 'accepted') firm.open.delete(bill);
    else firm.open.set(bill, step);
  }
}
