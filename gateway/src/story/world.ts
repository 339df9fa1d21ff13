/** What one act of the story leaves to the next. */

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
  /** The API batch of both, and the drum of its spent solvent. */
  api?: StoryBatch;
  /** The maker's own lot of it. */
  apiAtMaker?: StoryBatch;
  drum?: { readonly code: string; readonly stream: string };
  bulk?: StoryBatch;
  /** The packed batch and its codes: leaves of the commission in order, case and pallet. */
  packed?: StoryBatch;
  codes?: {
    readonly commission: string;
    readonly serials: readonly string[];
    readonly caseOf: (serialIndex: number) => string;
    readonly pallet: string;
  };
  /** Further market batches that a recall meets. */
  siblings?: readonly StoryBatch[];
  /** The trip to the wholesaler. */
  shipment?: string;
  excursion?: { readonly key: string; readonly deviation: string };
  /** The pack that was dispensed: its code hash. */
  dispensed?: { readonly unit: string; readonly serial: string };
  recall?: string;
  manifest?: string;
}

/** A part that an earlier act has left. @throws when that act was not played */
export const given = <K extends keyof World>(world: World, part: K): NonNullable<World[K]> => {
  const value = world[part];
  if (value === undefined) throw new Error(`no act has left ${part}`);
  return value;
};
