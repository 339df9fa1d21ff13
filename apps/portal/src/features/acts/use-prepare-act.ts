import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { Command } from '@yaosu/chaincode/model/kernel/command';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { random128 } from '@yaosu/identity/keys/own-command';
import { newCommand } from '@yaosu/chaincode/signing/new-command';
import { seenHashOf } from '@yaosu/gateway/api/seen-hash';
import { api } from '../../lib/api.js';
import { partiesOf, type SigningCard } from '../../lib/co-sign.js';
import type { Session } from '../../lib/session.js';
import type { Draft } from '../../lib/act-form/draft.js';
import { formOf } from '../../lib/act-form/field-model.js';
import { NO_VAULT, payloadOf } from '../../lib/act-form/to-payload.js';
import { VAULT } from '../../lib/act-form/vault.js';

/** The record that the person has seen. */
export interface Seen {
  readonly key: string;
  readonly hash: string;
}

/** Fields of a form that are wrong, by their path. */
export class FormWrong extends Error {
  constructor(readonly paths: ReadonlySet<string>) {
    super('FORM_WRONG');
  }
}

/** The record that is on the screen counts, not one that has changed since. */
const seenHash = (act: Act, payload: Record<string, unknown>, seen?: Seen): Promise<string | null> => {
  const isShown = act.kind !== 'fact' && act.creates === undefined && act.declares(payload)[0] === seen?.key;
  return isShown && seen !== undefined ? Promise.resolve(seen.hash) : seenHashOf(api, act, payload);
};

/** What is filled in, and who signs beside the person. */
export interface Filled {
  readonly draft: Draft;
  readonly others: readonly SigningCard[];
}

/** Cards that fit no part of the act, or a part that nobody fills. */
export class SignersWrong extends Error {
  constructor() {
    super('SIGNERS_WRONG');
  }
}

const check = async (act: Act, draft: Draft): Promise<void> => {
  const { error } = act.input.safeParse(await payloadOf(formOf(act), draft, NO_VAULT));
  if (error !== undefined) throw new FormWrong(new Set(error.issues.map(({ path }) => path.join('.'))));
};

/** Checks a draft, stores its texts, and makes the command that the person is then asked to sign. */
export const usePrepareAct = (
  session: Session,
  act: Act,
  seen?: Seen,
): UseMutationResult<Command, Error, Filled> =>
  useMutation({
    mutationFn: async ({ draft, others }: Filled) => {
      await check(act, draft);
      const { enterprise, roles, functions, key, ledgerId } = session;
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
    },
  });
