/** Commands that one person signs alone, at a desk or on a phone. For browsers only. */
import type { Command, Envelope } from '@yaosu/chaincode/model/kernel/command';
import { toHex } from '@yaosu/chaincode/signing/bytes';
import { newCommand, type CommandDraft } from '@yaosu/chaincode/signing/new-command';
import { signCommand, type SigningKey } from './signing-key.js';

const RANDOM_BYTES = 16;

/** 128 random bits, hex: a nonce or a salt. */
export const random128 = (): string => toHex(crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)));

/** Who signs, for which enterprise, on which ledger. */
export interface OwnSession {
  readonly ledgerId: string;
  readonly enterprise: string;
  readonly key: SigningKey;
}

/** What a command of one person says; who signs follows from the session. */
export type OwnDraft = Pick<CommandDraft, 'act' | 'payload' | 'seenHash'>;

/** A command of the one person whose session this is, made now. */
export const newOwnCommand = (session: OwnSession, draft: OwnDraft): Command => {
  const { ledgerId, enterprise, key } = session;
  const [role = ''] = Object.keys(draft.act.parties);
  const parties = [{ role, enterprise, kid: key.kid }];
  return newCommand({
    ...draft,
    ledgerId,
    parties,
    nonce: random128(),
    capturedAt: new Date().toISOString(),
  });
};

/** A command of the one person whose session this is, signed. @throws NotSignedError */
export const signOwn = async (session: OwnSession, draft: OwnDraft): Promise<Envelope> => {
  const command = newOwnCommand(session, draft);
  return { command, signatures: [await signCommand(session.key, command)] };
};
