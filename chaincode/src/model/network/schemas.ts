/** Settings of the network, one fact a key: `set~…`. */
import * as z from 'zod';
import { AUTHORITY_SUBJECTS, KEY_KINDS } from '../enterprise/states.js';
import { mspId, recordBase } from '../enterprise/schemas.js';
import { FIRST_BEHAVIOUR } from './behaviours.js';
import { digest, enterpriseId, kid, ledgerId, publicKey, text } from '../kernel/text.js';

/** More than any contract will ever have. */
const MAX_BEHAVIOUR = 1_000;

/** `set~genesis`: written once by `Network.open`. */
export const genesisRecord = z.strictObject({
  ...recordBase,
  ledgerId,
  authority: enterpriseId,
  demo: z.boolean(),
  predecessor: z.strictObject({ ledgerId, lastCheckpoint: digest, stateRoot: digest }).nullable(),
});

/** `set~kinds`: which key kinds suffice for each signature class. */
export const kindsRecord = z.strictObject({
  ...recordBase,
  quality: z.array(z.enum(KEY_KINDS)),
  person: z.array(z.enum(KEY_KINDS)),
  machine: z.array(z.enum(KEY_KINDS)),
  consequence: z.array(z.enum(KEY_KINDS)),
});

/** `set~escrow~subject`: key that registered identities and published documents are wrapped for. */
export const escrowRecord = z.strictObject({
  ...recordBase,
  subject: z.enum(AUTHORITY_SUBJECTS),
  keyId: digest,
  publicKey,
});

/** Name of a contract. */
export const contractName = z.string().regex(/^[A-Z][A-Za-z]{1,39}$/);

/** Number of a behaviour. */
export const behaviour = z.int().min(FIRST_BEHAVIOUR).max(MAX_BEHAVIOUR);

/** `set~behaviour`: contract → the behaviour that all organisations have adopted; the first one where it is not named. */
export const behaviourRecord = z.strictObject({
  ...recordBase,
  of: z.record(contractName, behaviour),
});

/** `node~MSP`: the organisation's gateway, and the key with which it signs consequences. */
export const nodeRecord = z.strictObject({ ...recordBase, mspId, enterprise: enterpriseId, kid });

/** `cmd~cmd`: the transaction that carried a command; read as absent and written by every one. */
export const commandRecord = z.strictObject({
  ...recordBase,
  txId: digest,
  /** Rules that a fact broke, each with the enterprise that has to answer for it; absent when none. */
  deviations: z.array(z.strictObject({ code: text(60), owner: enterpriseId })).optional(),
});
