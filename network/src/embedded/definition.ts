/**
 * What an embedded network is made of and the steps a client may take one by one, as on a real network:
 * propose and endorse, hold, broadcast, read the code in the block.
 */
import type { Contract } from 'fabric-contract-api';
import type { LedgerBlock, LedgerCall, LedgerIdentity } from '../ledger.js';

/** A signature policy; principals are peers of an organisation (`.peer`) or any member of it (`.member`). */
export type Policy =
  | { readonly peer: string }
  | { readonly member: string }
  | { readonly n: number; readonly of: readonly Policy[] }
  /** ⌊n/2⌋+1 of the channel's organisations. */
  | 'MAJORITY';

/** A private data collection of a chaincode definition, as in Fabric's collections_config.json. */
export interface CollectionDefinition {
  readonly name: string;
  readonly members: readonly string[];
  readonly requiredPeerCount: number;
  readonly maxPeerCount: number;
  /** Blocks after which value and hash are gone; 0 = never. */
  readonly blockToLive: number;
  readonly memberOnlyRead: boolean;
  readonly memberOnlyWrite: boolean;
  readonly endorsementPolicy?: Policy;
}

/** A committed chaincode definition. */
export interface ChaincodeDefinition {
  readonly name: string;
  readonly version: string;
  readonly sequence: number;
  readonly policy: Policy;
  readonly collections: readonly CollectionDefinition[];
  /** Contract classes, the first one is the default contract. */
  readonly contracts: readonly (new () => Contract)[];
  /** What a peer thread imports instead: a module that exports `contracts`. */
  readonly module?: string;
}

/** Key material of one organisation of an embedded network. */
export interface EmbeddedOrganisation {
  readonly mspId: string;
  /** PEM of the root certificate that issues its identities. */
  readonly rootCertificate: string;
  /** Signs endorsements; its certificate has OU=peer. */
  readonly peer: { readonly certificate: string; readonly privateKey: string };
}

/** How to open an embedded ledger. */
export interface EmbeddedOptions {
  /** Folder of the LevelDB store; made when absent, locked while open. */
  readonly folder: string;
  readonly channel: string;
  readonly organisations: readonly EmbeddedOrganisation[];
  /** Signs block metadata. */
  readonly orderer: { readonly mspId: string; readonly certificate: string; readonly privateKey: string };
  readonly chaincodes: readonly ChaincodeDefinition[];
  /** Threads that run the peers; without any they run in the caller's. */
  readonly peerThreads?: number;
  /** Make and check signatures in a thread of their own, many at a time; otherwise each by itself in Node's pool. */
  readonly curveThread?: boolean;
  /**
   * What one peer's run of a proposal led to is signed by the other endorsers, unless private data was read or written;
   * otherwise every endorser's peer runs it again, which finds contracts that do not always come to the same.
   */
  readonly countersign?: boolean;
  readonly maxMessageCount: number;
  /**
   * Milliseconds a block waits for company; 0 cuts a block as soon as the previous one is committed
   * (whatever gathered meanwhile goes in together).
   */
  readonly batchTimeoutMs: number;
  /** Refuse proposals whose timestamp is more than 15 min from `now()`. */
  readonly timeWindowCheck: boolean;
  /** Milliseconds since the epoch; a port, so that tests own the clock. */
  readonly now: () => number;
  /** The store could not be written: nothing is acknowledged from here on, and only opening it again helps. */
  readonly onFatal?: (error: Error) => void;
}

/** An endorsed transaction that the client holds. */
export interface Endorsed {
  readonly txId: string;
  /** Bytes of the signed `common.Envelope`. */
  readonly envelope: Uint8Array;
  /** What the chaincode returned. */
  readonly result: Uint8Array;
}

/** Single steps of a client on the embedded network; `Ledger.submit` is endorse, broadcast and wait. */
export interface ClientSteps {
  /**
   * Make, sign and endorse a proposal. With `call.endorsers` empty the planner chooses as the gateway service of
   * Fabric's peer does; otherwise exactly those organisations endorse and nothing is checked before validation.
   */
  endorse(chaincode: string, call: LedgerCall, identity: LedgerIdentity, channel?: string): Promise<Endorsed>;
  /** Hand envelopes to the orderer; those of one call land in one block, in this order. */
  broadcast(envelopes: readonly Uint8Array[]): Promise<void>;
  /** Code of the given position of an envelope once its block is committed. */
  outcome(txId: string): Promise<{ readonly block: bigint; readonly code: number }>;
  evaluate(
    chaincode: string,
    call: LedgerCall,
    identity: LedgerIdentity,
    channel?: string,
  ): Promise<Uint8Array>;
  block(number: bigint): Promise<LedgerBlock>;
  /** Replace a chaincode's definition by a transaction in a block of its own (sequence + 1). */
  upgrade(definition: ChaincodeDefinition): Promise<void>;
}
