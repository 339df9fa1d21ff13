import * as z from 'zod';
import { enterpriseRecord, mspId, proposedKey } from '../enterprise/schemas.js';
import { act, defineActs } from '../kernel/define-acts.js';
import { done } from '../kernel/done.js';
import { keyOf } from '../kernel/keys.js';
import { enterpriseId, ledgerId, publicKey, text } from '../kernel/text.js';
import { MSP_IDS } from '../organisations.js';
import {
  behaviour,
  behaviourRecord,
  contractName,
  escrowRecord,
  genesisRecord,
  kindsRecord,
} from './schemas.js';

const unsigned = { v: true, by: true } as const;

/** Opening of the network, the first transaction of every ledger, and changes of its rules. */
export const networkActs = defineActs('Network', {
  open: act({
    summary:
      "The regulator opens the network with its root key; runs once, by a creator of the Regulator's alone.",
    kind: 'permission',
    signature: 'root',
    meaning: 'registration',
    parties: { regulator: { roles: 'any', functions: [], introduced: true } },
    input: z.strictObject({
      ledgerId,
      demo: z.boolean(),
      predecessor: genesisRecord.shape.predecessor,
      kinds: kindsRecord.omit(unsigned),
      /** What the ledger begins with; a code that has not got it does not open. */
      behaviours: behaviourRecord.shape.of,
      escrows: z.array(escrowRecord.omit(unsigned)).min(1).max(6),
      enterprise: enterpriseId,
      name: text(120),
      authority: enterpriseRecord.shape.authority.unwrap(),
      encryption: publicKey,
      key: proposedKey,
      /** Keys that sign consequences, one for each organisation. */
      hosts: z.array(z.strictObject({ mspId, key: proposedKey })).length(MSP_IDS.length),
    }),
    output: z.strictObject({ ledgerId }),
    subject: 'set',
    declares: () => [keyOf('set', 'genesis')],
    creates: 'NETWORK_ALREADY_OPEN',
    endorsers: ['regulator', 'others'],
    emits: ['NetworkOpened'],
    errors: [
      'NETWORK_ALREADY_OPEN',
      'NETWORK_OPENER_FOREIGN',
      'HOST_UNFIT',
      'KEY_ID_WRONG',
      'BEHAVIOUR_UNKNOWN',
    ],
  }),
  adopt: act({
    summary:
      'The regulator brings the next behaviour of a contract into force; all organisations endorse it, so that their code has it.',
    kind: 'permission',
    signature: 'person',
    meaning: 'approval',
    parties: { regulator: { roles: ['authority'], functions: ['root', 'administrator'] } },
    input: z.strictObject({
      behaviourOf: contractName,
      behaviour,
    }),
    output: done,
    subject: 'set',
    declares: () => [keyOf('set', 'behaviour')],
    endorsers: ['regulator', 'others'],
    emits: ['NetworkBehaviourAdopted'],
    errors: ['ENTERPRISE_FOREIGN', 'BEHAVIOUR_UNKNOWN', 'BEHAVIOUR_NOT_NEXT'],
  }),
});
