/** From a filled form to a command; loaded when a form is sent off, since it judges by the act's schemas. */
import { findAct } from '@yaosu/chaincode/model/acts';
import type { Command } from '@yaosu/chaincode/model/kernel/command';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { newCommand } from '@yaosu/chaincode/signing/new-command';
import { seenHashOf } from '@yaosu/gateway/api/seen-hash';
import { random128 } from '@yaosu/identity/keys/own-command';
import type { Draft } from '../../lib/act-form/draft.js';
import { formOf } from '../../lib/act-form/field-model.js';
import { NO_VAULT, payloadOf } from '../../lib/act-form/to-payload.js';
import { VAULT } from '../../lib/act-form/vault.js';
import { api } from '../../lib/api.js';
import { parseCards, partiesOf, type SigningCard } from '../../lib/co-sign.js';
import type { Session } from '../../lib/session.js';
import { FormWrong, SignersWrong, type Filled, type Seen } from './use-prepare-act.js';

/** Stands for a line that is no card: it fits no part. */
const NOBODY: SigningCard = { enterprise: '', kid: '', roles: [], functions: [] };

/** The record that is on the screen counts, not one that has changed since. */
const seenHash = (act: Act, payload: Record<string, unknown>, seen?: Seen): Promise<string | null> => {
  const isShown = act.kind !== 'fact' && act.creates === undefined && act.declares(payload)[0] === seen?.key;
  return isShown && seen !== undefined ? Promise.resolve(seen.hash) : seenHashOf(api, act, payload);
};

const check = async (act: Act, draft: Draft): Promise<void> => {
  const { error } = act.input.safeParse(await payloadOf(formOf(act), draft, NO_VAULT));
  if (error !== undefined) throw new FormWrong(new Set(error.issues.map(({ path }) => path.join('.'))));
};

interface Asked {
  readonly contract: string;
  readonly name: string;
  readonly seen: Seen | undefined;
}

/** The command of a filled form. @throws FormWrong, SignersWrong, ApiError */
export const prepareAct = async (
  session: Session,
  { contract, name, seen }: Asked,
  { draft, cards }: Filled,
): Promise<Command> => {
  const act = findAct(contract, name);
  if (act === undefined) throw new Error(`there is no act ${contract}.${name}`);
  await check(act, draft);
  const { enterprise, roles, functions, key, ledgerId } = session;
  const others = parseCards(cards) ?? [NOBODY];
  const parties = partiesOf(act, [{ enterprise, kid: key.kid, roles, functions }, ...others]);
  if (parties === undefined) throw new SignersWrong();
  const payload = act.input.parse(await payloadOf(formOf(act), draft, VAULT)) as Record<string, unknown>;
  return newCommand({
    act,
    ledgerId,
    parties,
    payload,
    seenHash: await seenHash(act, payload, seen),
    nonce: random128(),
    capturedAt: new Date().toISOString(),
  });
};
