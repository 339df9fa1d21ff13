import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import type { Command } from '@yaosu/chaincode/model/kernel/command';
import { sha256Hex } from '@yaosu/chaincode/signing/bytes';
import { canonicalJson } from '@yaosu/chaincode/signing/canonical-json';
import { api } from '../../lib/api.js';
import { newCommand, random128 } from '../../lib/new-command.js';
import type { Session } from '../../lib/session.js';
import type { BatchDraft } from './batch-draft.js';

const orNull = (typed: string): string | null => (typed === '' ? null : typed);

const prepare = async (session: Session, draft: BatchDraft): Promise<Command> => {
  const { name, product, lot, specification, mah, made, receivedFrom, ...clear } = draft;
  const salt = random128();
  const content = { name, product, lot, specification };
  const { ledgerId } = await api.read('network', {});
  const { batch } = await api.call('batchId', { product, lot });
  const identity = await api.call('storeDocument', { salt, content });
  if (identity.plaintextDigest !== sha256Hex(`${salt}${canonicalJson(content)}`)) {
    throw new Error('the gateway stored something else');
  }
  return newCommand({
    act: batchActs.register,
    ledgerId: ledgerId ?? '',
    enterprise: session.enterprise,
    kid: session.kid,
    seenHash: null,
    payload: {
      ...clear,
      batch,
      manufacturer: session.enterprise,
      mah: orNull(mah),
      made: orNull(made),
      receivedFrom: orNull(receivedFrom),
      identity,
    },
  });
};

/** Stores the identity document and makes the command that a person is then asked to sign. */
export const usePrepareBatch = (session: Session): UseMutationResult<Command, Error, BatchDraft> =>
  useMutation({ mutationFn: (draft: BatchDraft) => prepare(session, draft) });
