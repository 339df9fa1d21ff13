import type { Command } from '@yaosu/chaincode/model/kernel/command';
import { toHex } from '@yaosu/chaincode/signing/bytes';
import { newCommand as commandOf, type CommandDraft } from '@yaosu/chaincode/signing/new-command';
import { nowInstant, type Ports } from '../ports.js';

/** What a command says; time and nonce are the gateway's. */
export type Draft = Omit<CommandDraft, 'nonce' | 'capturedAt'>;

const NONCE_BYTES = 16;

/** A command to be signed by its parties; made now, unless a fact says when it happened. */
export const newCommand = (
  draft: Draft,
  ports: Ports,
  capturedAt: string = nowInstant(ports.clock),
): Command => commandOf({ ...draft, nonce: toHex(ports.randomBytes(NONCE_BYTES)), capturedAt });
