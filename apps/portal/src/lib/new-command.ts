/** A command as the portal asks people to sign it. */
import type { Command } from '@yaosu/chaincode/model/kernel/command';
import { toHex } from '@yaosu/chaincode/signing/bytes';
import { newCommand as commandOf, type CommandDraft } from '@yaosu/chaincode/signing/new-command';

const NONCE_BYTES = 16;

/** 128 random bits, hex: a nonce or a salt. */
export const random128 = (): string => toHex(crypto.getRandomValues(new Uint8Array(NONCE_BYTES)));

type Draft = Omit<CommandDraft, 'parties' | 'nonce' | 'capturedAt'> & {
  readonly enterprise: string;
  readonly kid: string;
};

/** A command of the one person at this desk, made now. */
export const newCommand = ({ enterprise, kid, ...draft }: Draft): Command => {
  const [role = ''] = Object.keys(draft.act.parties);
  const parties = [{ role, enterprise, kid }];
  return commandOf({ ...draft, parties, nonce: random128(), capturedAt: new Date().toISOString() });
};
