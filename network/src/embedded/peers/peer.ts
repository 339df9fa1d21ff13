import type { ChaincodeResponse } from '../chaincode/response.js';
import type { ChaincodeDefinition } from '../definition.js';
import type { CollectionName } from '../simulate/private-simulation.js';
import type { View } from '../store/view.js';

/** What a peer needs of a proposal to run it. */
export interface PeerProposal {
  readonly txId: string;
  readonly channel: string;
  readonly chaincode: string;
  readonly args: readonly Uint8Array[];
  /** What endorsers vouch for having answered. */
  readonly hash: Uint8Array;
  readonly signed: SignedBytes;
}

/** Bytes of a `peer.Proposal` and its creator's signature over them, empty when it is repeated from a block. */
export interface SignedBytes {
  readonly bytes: Uint8Array;
  readonly signature: Uint8Array;
}

/** Who proposes, and at which height it runs. */
export interface ProposalContext {
  readonly creatorMsp: string;
  readonly view: View;
}

/** A peer's signature over a response payload. */
export interface Endorsement {
  /** `msp.SerializedIdentity` bytes. */
  readonly endorser: Uint8Array;
  readonly signature: Uint8Array;
}

/** What a peer answers to a proposal. */
export interface PeerAnswer {
  readonly mspId: string;
  readonly response: ChaincodeResponse;
  /** Undefined when the chaincode refused. */
  readonly endorsed: EndorsedRun | undefined;
  /** Nothing private was read or written, so that every peer comes to the same at this height. */
  readonly isPublic: boolean;
}

/** What a peer signed and what led to it. */
export interface EndorsedRun {
  readonly responsePayload: Uint8Array;
  readonly endorsement: Endorsement;
  readonly privateSet: Uint8Array | undefined;
  /** Collections of which private values were read. */
  readonly privateReads: readonly CollectionName[];
}

/** A peer that could not answer: its chaincode is not there, or private data could not be given to enough members. */
export class PeerError extends Error {
  override readonly name = 'PeerError';
  constructor(
    readonly mspId: string,
    reason: string,
  ) {
    super(reason);
  }
}

/** The peers of all organisations, in this thread or in others. */
export interface Peers {
  /** Run a proposal on one organisation's peer and throw away what it wrote. @throws PeerError */
  query(mspId: string, proposal: PeerProposal, context: ProposalContext): Promise<ChaincodeResponse>;
  /**
   * What these organisations' peers answer to a proposal, in their order. Waits for every peer even when one fails: all
   * of them read from the height that is held for them. @throws PeerError of the first that failed
   */
  endorse(
    organisations: readonly string[],
    proposal: PeerProposal,
    context: ProposalContext,
  ): Promise<readonly PeerAnswer[]>;
  /** Start a chaincode, or replace it by its next version. */
  install(definition: ChaincodeDefinition): void;
  /** Resolves once views taken from then on can be run at. @throws when the peers are gone. */
  ready(): Promise<void>;
  close(): Promise<void>;
}
