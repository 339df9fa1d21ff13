/** The way to the ledger: the gateway of this page, and the key of this device. */
import type { Command } from '@yaosu/chaincode/model/kernel/command';
import { withCommandId } from '@yaosu/chaincode/signing/command-bytes';
import { ApiError } from '@yaosu/gateway/api/api-error';
import { seenHashOf } from '@yaosu/gateway/api/seen-hash';
import { newOwnCommand, random128 } from '@yaosu/identity/keys/own-command';
import { signCommand } from '@yaosu/identity/keys/signing-key';
import { api } from '../../../lib/api.js';
import type { Session } from '../../../lib/session.js';
import type { Row } from '../column.js';
import type { Subject } from '../subject.js';
import type { Wire } from './send-import.js';

const FIRST_DELAY_MS = 500;
const MOST_DELAY_MS = 30_000;

/** Makes the command of a row; its texts are stored on the way. @throws ApiError */
export const commandOf = async (session: Session, subject: Subject, row: Row): Promise<Command> => {
  const { act } = subject;
  const payload = await subject.payload(row, session.enterprise);
  return newOwnCommand(session, { act, payload, seenHash: await seenHashOf(api, act, payload) });
};

/** The wire of who is signed in. */
export const gatewayWire = (session: Session, subject: Subject): Wire => ({
  make: (row) => commandOf(session, subject, row),
  renew: ({ cmd: _, ...said }) =>
    withCommandId({ ...said, nonce: random128(), capturedAt: new Date().toISOString() }),
  find: async (cmd) => {
    try {
      return await api.read('operation', { cmd });
    } catch (error) {
      if (error instanceof ApiError && error.code === 'OPERATION_NOT_FOUND') return undefined;
      throw error;
    }
  },
  send: async (command) => {
    const signatures = [await signCommand(session.key, command)];
    return api.submit({ contract: command.contract, name: command.act }, { command, signatures });
  },
  pause: (tries) =>
    new Promise((resolve) => {
      setTimeout(resolve, Math.min(MOST_DELAY_MS, FIRST_DELAY_MS * 2 ** tries));
    }),
});
