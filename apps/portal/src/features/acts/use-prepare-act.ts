import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { ApiError } from '@yaosu/gateway/api/api-error';
import type { Command } from '@yaosu/chaincode/model/kernel/command';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { sha256Hex } from '@yaosu/chaincode/signing/bytes';
import { canonicalJson } from '@yaosu/chaincode/signing/canonical-json';
import { api } from '../../lib/api.js';
import { newCommand, random128 } from '../../lib/new-command.js';
import type { Session } from '../../lib/session.js';
import type { Draft } from './draft.js';
import { formOf } from './field-model.js';
import { NO_VAULT, payloadOf, type Texts } from './to-payload.js';

/** The record that the person has seen. */
export interface Seen {
  readonly key: string;
  readonly hash: string;
}

const VAULT: Texts = {
  store: async (text) => {
    const salt = random128();
    const content = { text };
    const receipt = await api.call('storeDocument', { salt, content });
    if (receipt.plaintextDigest !== sha256Hex(`${salt}${canonicalJson(content)}`)) {
      throw new Error('the gateway stored something else');
    }
    return receipt;
  },
  share: async (document, enterprise) =>
    (await api.call('shareDocument', { document, enterprise })).wrapDigest,
};

/** Fields of a form that are wrong, by their path. */
export class FormWrong extends Error {
  constructor(readonly paths: ReadonlySet<string>) {
    super('FORM_WRONG');
  }
}

const hashOf = async (key: string): Promise<string | null> => {
  try {
    return (await api.read('recordHash', { key })).hash;
  } catch (error) {
    // A key that nobody may know to be free is free for who is about to make it.
    if (error instanceof ApiError && error.code === 'RECORD_NOT_FOUND') return null;
    throw error;
  }
};

const seenHash = (act: Act, payload: Record<string, unknown>, seen?: Seen): Promise<string | null> => {
  if (act.creates !== undefined || act.kind === 'fact') return Promise.resolve(null);
  const [key = ''] = act.declares(payload);
  return key === seen?.key ? Promise.resolve(seen.hash) : hashOf(key);
};

const check = async (act: Act, draft: Draft): Promise<void> => {
  const { error } = act.input.safeParse(await payloadOf(formOf(act), draft, NO_VAULT));
  if (error !== undefined) throw new FormWrong(new Set(error.issues.map(({ path }) => path.join('.'))));
};

/** Checks a draft, stores its texts, and makes the command that the person is then asked to sign. */
export const usePrepareAct = (
  session: Session,
  act: Act,
  seen?: Seen,
): UseMutationResult<Command, Error, Draft> =>
  useMutation({
    mutationFn: async (draft: Draft) => {
      await check(act, draft);
      const payload = act.input.parse(await payloadOf(formOf(act), draft, VAULT)) as Record<string, unknown>;
      const { ledgerId } = await api.read('network', {});
      const hash = await seenHash(act, payload, seen);
      const { enterprise, kid } = session;
      return newCommand({ act, ledgerId: ledgerId ?? '', enterprise, kid, seenHash: hash, payload });
    },
  });
