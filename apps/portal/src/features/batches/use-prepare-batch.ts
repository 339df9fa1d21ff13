import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import type { Command } from '@yaosu/chaincode/model/kernel/command';
import { newOwnCommand } from '@yaosu/identity/keys/own-command';
import { BATCH_VAULT, registerPayload, type BatchDraft } from '../../lib/batch-draft.js';
import type { Session } from '../../lib/session.js';

const prepare = async (session: Session, draft: BatchDraft): Promise<Command> =>
  newOwnCommand(session, {
    act: batchActs.register,
    seenHash: null,
    payload: await registerPayload(draft, session.enterprise, BATCH_VAULT),
  });

/** Stores the identity document and makes the command that a person is then asked to sign. */
export const usePrepareBatch = (session: Session): UseMutationResult<Command, Error, BatchDraft> =>
  useMutation({ mutationFn: (draft: BatchDraft) => prepare(session, draft) });
