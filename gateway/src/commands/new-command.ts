import type { Command, Party } from '@yaosu/chaincode/model/kernel/command';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { toHex } from '@yaosu/chaincode/signing/bytes';
import { withCommandId } from '@yaosu/chaincode/signing/command-bytes';
import { nowInstant, type Ports } from '../ports.js';

/** What a command says. */
export interface Draft {
  readonly ledgerId: string;
  readonly act: Act;
  readonly parties: readonly Party[];
  readonly payload: Readonly<Record<string, unknown>>;
  /** Null when the act makes its subject. */
  readonly seenHash: string | null;
}

const NONCE_BYTES = 16;

/** A command, made now, to be signed by its parties. */
export const newCommand = ({ ledgerId, act, parties, payload, seenHash }: Draft, ports: Ports): Command => {
  const [key = ''] = act.declares(payload);
  return withCommandId({
    v: 1,
    ledgerId,
    contract: act.contract,
    act: act.name,
    nonce: toHex(ports.randomBytes(NONCE_BYTES)),
    parties: [...parties],
    subject: { key, seenHash },
    meaning: act.meaning,
    capturedAt: nowInstant(ports.clock),
    payload,
    attachments: [],
  });
};
