import type { Command, Party } from '../model/kernel/command.js';
import type { Act } from '../model/kernel/define-acts.js';
import { withCommandId } from './command-bytes.js';

/** What a command says; contract, act, meaning and subject follow from the act. */
export interface CommandDraft {
  readonly act: Act;
  readonly ledgerId: string;
  readonly parties: readonly Party[];
  readonly payload: Readonly<Record<string, unknown>>;
  /** Null when the act makes its subject. */
  readonly seenHash: string | null;
  /** 128 random bits, hex. */
  readonly nonce: string;
  readonly capturedAt: string;
}

/** A command to be signed by its parties; its subject is the first key that the act declares. */
export const newCommand = ({
  act,
  ledgerId,
  parties,
  payload,
  seenHash,
  nonce,
  capturedAt,
}: CommandDraft): Command =>
  withCommandId({
    v: 1,
    ledgerId,
    contract: act.contract,
    act: act.name,
    nonce,
    parties: [...parties],
    subject: { key: act.declares(payload)[0] ?? '', seenHash },
    meaning: act.meaning,
    capturedAt,
    payload,
    attachments: [],
  });
