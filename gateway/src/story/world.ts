/** What one act of the story leaves to the next. */

import type { Container } from './serials.js';

/** A batch as the acts pass it on. */
export interface StoryBatch {
  readonly batch: string;
  /** Its identity document. */
  readonly identity: string;
  readonly unit: string;
}

/** Filled act by act; a part is read only by acts that come later. */
export interface World {
  /** Two lots of starting material as the CDMO received them, and the supplier's own of the first. */
  materials?: { readonly first: StoryBatch; readonly second: StoryBatch; readonly supplied: StoryBatch };
  /** The task under which the API batch is made. */
  task?: string;
  /** The API batch of both, and the drum of its spent solvent. */
  api?: StoryBatch;
  /** The maker's own lot of it. */
  apiAtMaker?: StoryBatch;
  drum?: { readonly code: string; readonly stream: string };
  bulk?: StoryBatch;
  /** The packed batch and its codes: leaves of the commission in order, case and pallet. */
  packed?: StoryBatch;
  codes?: {
    readonly gtin: string;
    readonly commission: string;
    readonly serials: readonly string[];
    /** Hashes of the leaves of the commission's list. */
    readonly leaves: readonly string[];
    /** Code hash of the case that a serial was packed into. */
    readonly caseOf: (serialIndex: number) => string;
    /** Cases in the order of packing, and the pallet: SSCC, code hash, packs. */
    readonly cases: readonly Container[];
    readonly pallet: string;
    readonly palletSscc: string;
    /** Document in the maker's vault that lists the serials by case. */
    readonly leafFile: string;
  };
  /** Further batches of the same bulk, with the maker; the first is released to the market. */
  siblings?: readonly StoryBatch[];
  /** The trip to the wholesaler. */
  shipment?: string;
  /** What goes with it: the logger's export, its id on the shipment, seals. */
  trip?: {
    readonly exported: Uint8Array<ArrayBuffer>;
    readonly isMade: boolean;
    readonly logger: string;
    readonly seals: readonly string[];
  };
  excursion?: { readonly key: string; readonly deviation: string };
  /** The pack that was dispensed: its code hash. */
  dispensed?: { readonly unit: string; readonly serial: string };
  /** A pack that the pharmacy still has: what dispensing it would say. */
  spare?: Readonly<Record<string, unknown>>;
  recall?: string;
  manifest?: string;
}

/** A part that an earlier act has left. @throws when that act was not played */
export const given = <K extends keyof World>(world: World, part: K): NonNullable<World[K]> => {
  const value = world[part];
  if (value === undefined) throw new Error(`no act has left ${part}`);
  return value;
};
