/** Dispensing as commands: asked for on line, told off line. */
import { codeActs } from '@yaosu/chaincode/model/code/acts';
import type { OFFLINE_REASONS } from '@yaosu/chaincode/model/code/states';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { seenHashOf } from '@yaosu/gateway/api/seen-hash';
import { signOwn } from '@yaosu/identity/keys/own-command';
import { api } from '../lib/api.js';
import type { Outbox } from '../outbox/outbox.js';
import { inSession } from '../session/session.js';
import { t } from '../texts/texts.js';
import type { Leaf } from './leaf.js';

/** Why nobody was asked first. */
export type OfflineReason = (typeof OFFLINE_REASONS)[number];

/** A pack at the counter: its code, what proves it, and who scans it. */
export interface Pack {
  readonly session: DeviceSession;
  readonly outbox: Outbox;
  /** Hash of the code. */
  readonly code: string;
  /** As printed, for people. */
  readonly serial: string;
  readonly leaf: Leaf;
}

type Payload = Leaf & { readonly unit: string; readonly site: string };
const payloadOf = ({ code, leaf }: Pack, site: string): Payload => ({ unit: code, ...leaf, site });

/**
 * Asks the ledger whether the pack may be dispensed. The command goes through the outbox, so that an answer that is lost
 * on its way is asked for again with the same command. @returns its id
 * @throws TypeError without signal, before anything is signed; ApiError
 */
export const askToDispense = async (pack: Pack, site: string): Promise<string> => {
  const { session, outbox, serial } = pack;
  const act = codeActs.dispense;
  const payload = { ...payloadOf(pack, site) };
  const seenHash = await inSession(session, () => seenHashOf(api, act, payload));
  const envelope = await signOwn(session, { act, payload, seenHash });
  await outbox.add(`${t('dispense')} ${serial}`, envelope);
  return envelope.command.cmd;
};

/** Records that the pack has been handed out, signed at once, sent when there is signal. @returns the command's id */
export const tellDispensed = async (pack: Pack, site: string, reason: OfflineReason): Promise<string> => {
  const { session, outbox, serial } = pack;
  const payload = { ...payloadOf(pack, site), reason };
  const envelope = await signOwn(session, { act: codeActs.recordDispensed, payload, seenHash: null });
  await outbox.add(`${t('recordDispensed')} ${serial}`, envelope);
  return envelope.command.cmd;
};
