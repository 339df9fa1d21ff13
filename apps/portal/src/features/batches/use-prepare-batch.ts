import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import type { Command } from '@yaosu/chaincode/model/kernel/command';
import { newOwnCommand, random128 } from '@yaosu/identity/keys/own-command';
import { storeDocument } from '@yaosu/gateway/api/store-document';
import { api } from '../../lib/api.js';
import type { Session } from '../../lib/session.js';
import type { BatchDraft } from './batch-draft.js';

const orNull = (typed: string): string | null => (typed === '' ? null : typed);

/** A received lot was made where the supplier's was. */
const manufacturerOf = async (receivedFrom: string, own: string): Promise<string> =>
  receivedFrom === '' ? own : (await api.read('batch', { id: receivedFrom })).batch.manufacturer;

const prepare = async (session: Session, draft: BatchDraft): Promise<Command> => {
  const { name, product, lot, specification, mah, made, receivedFrom, ...clear } = draft;
  const content = { name, product, lot, specification };
  const { batch } = await api.call('batchId', { product, lot });
  const identity = await storeDocument(api, random128(), content);
  return newOwnCommand(session, {
    act: batchActs.register,
    seenHash: null,
    payload: {
      ...clear,
      batch,
      manufacturer: await manufacturerOf(receivedFrom, session.enterprise),
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
