/** What passes between the ledger's thread and the one of its signatures; many at a time, since a message costs more than a signature of the batch. */
import type { KeyObject } from 'node:crypto';

/** To sign with a private key, or to check a signature with a public one. */
export interface CurveTask {
  readonly id: number;
  /** Number of a key that was sent with this order or an earlier one. */
  readonly key: number;
  readonly message: Uint8Array;
  /** Present where it is to be checked. */
  readonly signature?: Uint8Array;
}

/** To the thread. */
export interface CurveOrder {
  /** Keys that were not sent before. */
  readonly keys: readonly (readonly [number: number, key: KeyObject])[];
  readonly tasks: readonly CurveTask[];
}

/** A signature, whether one is right, or why that cannot be said. */
export type CurveResult = Uint8Array | boolean | { readonly failure: string };

/** From the thread. */
export type CurveReport = readonly (readonly [id: number, result: CurveResult])[];
