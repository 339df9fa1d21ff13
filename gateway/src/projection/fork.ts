/** Two peers that tell two histories of one channel. */

/** Where they differ. */
export interface Fork {
  /** The first block that is not the same in both. */
  readonly block: number;
  /** Hash of what stands here, hex: of the header; of flags and contents as well where headers are the same. */
  readonly kept: string;
  /** Hash of what a peer has given now. */
  readonly given: string;
}

/** What a peer gave contradicts what is here: nobody but an operator can say who is right. */
export class ForkError extends Error {
  override readonly name = 'ForkError';
  constructor(readonly fork: Fork) {
    super(`block ${String(fork.block)} was ${fork.kept} and is now ${fork.given}`);
  }
}
