/**
 * Acts that several people sign at desks: each gives the first a signing card, the first makes the command and signs, and
 * every next one signs the same bytes; whoever completes it sends it. What is passed on is text.
 */
import { command, commandSignature, party, type Party } from '@yaosu/chaincode/model/kernel/command';
import type { Act, PartyRule } from '@yaosu/chaincode/model/kernel/define-acts';
import { commandId } from '@yaosu/chaincode/signing/command-bytes';
import * as z from 'zod';
import { PASSED, type PassedOn } from './passed-on.js';
import type { Session } from './session.js';

const CARD = 'YAOSU-CARD:';

const card = party
  .pick({ enterprise: true, kid: true })
  .extend({ roles: z.array(z.string()), functions: z.array(z.string()) });
/** Who would sign: enterprise and key, and what both may do. */
export type SigningCard = z.infer<typeof card>;

const passed = z
  .strictObject({ command, signatures: z.array(commandSignature.nullable()) })
  .refine(({ command: { parties }, signatures }) => parties.length === signatures.length)
  .refine((each) => commandId(each.command) === each.command.cmd);
const parse = <T>(prefix: string, schema: z.ZodType<T>, text: string): T | undefined => {
  const trimmed = text.trim();
  if (!trimmed.startsWith(prefix)) return undefined;
  try {
    return schema.safeParse(JSON.parse(trimmed.slice(prefix.length))).data;
  } catch {
    return undefined;
  }
};

/** The card of who is signed in, as text. */
export const cardOf = ({ enterprise, key, roles, functions }: Session): string =>
  CARD + JSON.stringify({ enterprise, kid: key.kid, roles, functions } satisfies SigningCard);

/** Cards of a text, one a line; undefined when a line is none. */
export const parseCards = (text: string): readonly SigningCard[] | undefined => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const cards = lines.map((line) => parse(CARD, card, line)).filter((each) => each !== undefined);
  return cards.length === lines.length ? cards : undefined;
};

/** What was passed on; undefined when the text is something else or was altered. */
export const parsePassed = (text: string): PassedOn | undefined => parse(PASSED, passed, text);

const fits = ({ roles, functions }: PartyRule, each: SigningCard): boolean =>
  (roles === 'any' || each.roles.some((role) => (roles as readonly string[]).includes(role))) &&
  (functions.length === 0 || each.functions.some((held) => (functions as readonly string[]).includes(held)));

/**
 * Everybody in a part that fits, the first one first, in the order of the act's table.
 * @returns undefined when somebody fits nowhere, or a part that is needed has nobody
 */
export const partiesOf = (act: Act, signers: readonly SigningCard[]): readonly Party[] | undefined => {
  const taken = new Map<string, SigningCard>();
  for (const signer of signers) {
    const free = Object.entries(act.parties).find(([role, rule]) => !taken.has(role) && fits(rule, signer));
    if (free === undefined) return undefined;
    taken.set(free[0], signer);
  }
  const rules = Object.entries(act.parties);
  if (rules.some(([role, { optional }]) => optional !== true && !taken.has(role))) return undefined;
  return rules.flatMap(([role]) => {
    const signer = taken.get(role);
    return signer === undefined ? [] : [{ role, enterprise: signer.enterprise, kid: signer.kid }];
  });
};
