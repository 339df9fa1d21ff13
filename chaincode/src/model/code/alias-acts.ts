import * as z from 'zod';
import { done } from '../kernel/done.js';
import { act } from '../kernel/define-acts.js';
import { keyOf } from '../kernel/keys.js';
import { digest } from '../kernel/text.js';
import { packer, proofOfUnit } from './container-acts.js';
import { codeHash } from './schemas.js';

const aliasInput = z.strictObject({
  /** Its text rides beside the command: peers are shown it, the ledger keeps the hash. */
  alias: codeHash,
  code: codeHash,
  /** Null for the code of a container. */
  unit: z.strictObject(proofOfUnit).nullable(),
});
/** Payload of `Code.alias`. */
export type AliasPayload = z.output<typeof aliasInput>;

const withdrawInput = z.strictObject({
  alias: codeHash,
  /** What it stood for. */
  code: codeHash,
  reason: digest,
});
/** Payload of `Code.withdrawAlias`. */
export type WithdrawAliasPayload = z.output<typeof withdrawInput>;

const byPacker = {
  kind: 'permission',
  signature: 'person',
  meaning: 'responsibility',
  parties: { packer },
  output: done,
  endorsers: ['regulator', { hostOf: 'packer' }],
} as const;

/** Second codes of objects. */
export const aliasActs = {
  alias: act({
    ...byPacker,
    summary:
      'Who made a code names a second code on the same object, which stands for the first from now on.',
    input: aliasInput,
    // The object, not the second code: whoever registers one that another has withdrawn has never seen its record.
    subject: 'obj',
    declares: ({ alias, code, unit }) => [
      keyOf('obj', unit?.commission ?? code),
      keyOf('alias', alias),
      keyOf('names', code),
    ],
    carries: ({ alias }) => [{ name: 'code', digest: alias }],
    emits: ['CodeAliased'],
    errors: [
      'CODE_EXISTS',
      'CODE_NOT_FOUND',
      'ENTERPRISE_FOREIGN',
      'CODE_IS_ALIAS',
      'CODE_NOT_PROVED',
      'CODE_TEXT_MISSING',
      'CODE_TEXT_WRONG',
      'CODE_ALIAS_UNFIT',
      'CODE_ALIASES_TOO_MANY',
      'PREFIX_FOREIGN',
    ],
  }),
  withdrawAlias: act({
    ...byPacker,
    summary: 'Who registered a second code withdraws it with a reason: it stands for nothing from now on.',
    input: withdrawInput,
    subject: 'alias',
    declares: ({ alias, code }) => [keyOf('alias', alias), keyOf('names', code)],
    emits: ['CodeAliasWithdrawn'],
    errors: ['CODE_ALIAS_NOT_FOUND', 'ENTERPRISE_FOREIGN'],
  }),
} as const;
