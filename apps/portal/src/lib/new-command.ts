/** A command as the portal asks people to sign it. */
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import type { Command } from '@yaosu/chaincode/model/kernel/command';
import { toHex } from '@yaosu/chaincode/signing/bytes';
import { withCommandId } from '@yaosu/chaincode/signing/command-bytes';

const NONCE_BYTES = 16;

/** 128 random bits, hex: a nonce or a salt. */
export const random128 = (): string => toHex(crypto.getRandomValues(new Uint8Array(NONCE_BYTES)));

interface Draft<A extends Act> {
  readonly act: A;
  readonly ledgerId: string;
  readonly enterprise: string;
  readonly kid: string;
  readonly seenHash: string | null;
  readonly payload: Record<string, unknown>;
  readonly attachments?: Command['attachments'];
}

/** A command of one party; its subject is the first key that the act declares. */
export const newCommand = <A extends Act>(draft: Draft<A>): Command => {
  const { act } = draft;
  const [role = ''] = Object.keys(act.parties);
  const [key = ''] = act.declares(act.input.parse(draft.payload));
  return withCommandId({
    v: 1,
    ledgerId: draft.ledgerId,
    contract: act.contract,
    act: act.name,
    nonce: random128(),
    parties: [{ role, enterprise: draft.enterprise, kid: draft.kid }],
    subject: { key, seenHash: draft.seenHash },
    meaning: act.meaning,
    capturedAt: new Date().toISOString(),
    payload: draft.payload,
    attachments: draft.attachments ?? [],
  });
};
