/**
 * A kind of key with an act that writes one that exists, and the sets of endorsers that suffice for it: written by hand from
 * the ledger model, section 4. Every act writes its `cmd~` as well, so the policy of the chaincode holds beside the key's.
 */
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { isMspId, type Sending, type Signer, type Stage } from '../support/stage.js';

/** An act that is about to be sent. */
export interface Deed {
  readonly by: Signer;
  readonly act: Act;
  readonly payload: Record<string, unknown>;
  readonly sending?: Partial<Sending>;
  /** Writes something that the act reads; undefined: the key that signs it. */
  readonly touch?: () => Promise<unknown>;
  /** It makes a key with a policy of its own that is called by the command: two in one block would meet code 10 for that. */
  readonly oneABlock?: true;
}

/** One kind of key. */
export interface Kind {
  /** Key, owner's host, actor's host. */
  readonly title: string;
  /** The sets that suffice, in the order of `SUBSETS`; all others do not. */
  readonly suffices: string;
  /** Whether the short form has it. */
  readonly short?: true;
  readonly prepare: (stage: Stage) => Promise<Deed>;
}

/** Regulator and a firm, or the three firms. */
export const CHAINCODE_ALONE = 'MCL MR CR MCR LR MLR CLR MCLR';
/** Of a maker under M that nobody else is named on: M with another, or all others. */
export const OWNED_BY_M = 'MCL MR MCR MLR CLR MCLR';
/** Of a maker under C. */
export const OWNED_BY_C = 'MCL CR MCR MLR CLR MCLR';
/** Of a client under M, a CDMO under C being named. */
export const OWNED_BY_M_NAMES_C = 'MCL MR CR MCR MLR CLR MCLR';
/** Of a maker under M, a firm under L being named. */
export const OWNED_BY_M_NAMES_L = 'MCL MR MCR LR MLR CLR MCLR';

/** Sends a deed: `VALID`, or the refusal. */
export const sendDeed = (
  stage: Stage,
  { by, act, payload, sending }: Deed,
  change: Partial<Sending> = {},
): Promise<string> =>
  isMspId(by)
    ? stage.sendAsHost(by, act, payload, { ...sending, ...change })
    : stage.send(by, act, payload, { ...sending, ...change });
