import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { ApiError } from './api-error.js';
import type { Client } from './client.js';

/**
 * The `seenHash` of a command: hash of its subject's present record; null for what makes its subject, and for facts,
 * which have happened whatever the record says. @throws ApiError
 */
export const seenHashOf = async (
  client: Client,
  act: Act,
  payload: Readonly<Record<string, unknown>>,
): Promise<string | null> => {
  if (act.creates !== undefined || act.kind === 'fact') return null;
  const [key = ''] = act.declares(payload);
  try {
    return (await client.read('recordHash', { key })).hash;
  } catch (error) {
    // A key that nobody may know to be free is free for who is about to make it.
    if (error instanceof ApiError && error.code === 'RECORD_NOT_FOUND') return null;
    throw error;
  }
};
