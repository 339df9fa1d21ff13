/** What a pharmacist may do with a pack that was scanned. */
import { codeActs } from '@yaosu/chaincode/model/code/acts';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { liveCard } from '../outbox/entry-card.js';
import type { Outbox } from '../outbox/outbox.js';
import { isWaiting } from '../outbox/policy.js';
import type { ReadCode } from '../scan/read-code.js';
import { inSession } from '../session/session.js';
import { maySign } from '../session/may-sign.js';
import { knownDay } from '../shipments/reference.js';
import { sentenceOf } from '../texts/sentence-of.js';
import { t } from '../texts/texts.js';
import { fill, h } from '../ui/h.js';
import { knownCounter } from './counter.js';
import { askForm, tellForm } from './dispense-forms.js';
import type { Pack } from './dispense.js';
import type { Leaf } from './leaf.js';
import { knownLeaf, refreshLeaves } from './leaves.js';
import { showTakeBack } from './take-back-form.js';

/** A code that was scanned, and what the gateway says of it. */
export interface Scanned {
  readonly code: ReadCode;
  /** What happened to the unit, where this firm may know. */
  readonly state: string | undefined;
  readonly hasSignal: boolean;
}

const problem = (text: string): HTMLElement => h('p', { class: 'problem', role: 'alert' }, text);

const REFUSALS: Readonly<Record<string, string>> = {
  dispensed: 'UNIT_ALREADY_DISPENSED',
  decommissioned: 'UNIT_DECOMMISSIONED',
};

/** A file that has come since is looked for before a pack is said to be unproved. */
const findLeaf = async (
  session: DeviceSession,
  code: string,
  hasSignal: boolean,
): Promise<Leaf | undefined> => {
  const { enterprise } = session;
  const known = await knownLeaf(enterprise, code);
  if (known !== undefined || !hasSignal) return known;
  await inSession(session, () => refreshLeaves(enterprise));
  return knownLeaf(enterprise, code);
};

/** What this phone has said of the pack and what may still be true: it is not said a second time. */
const alreadySaid = async (outbox: Outbox, { code, hasSignal }: Scanned): Promise<string | undefined> => {
  const said = await outbox.about(keyOf('unit', code.hash));
  return said.findLast((entry) => isWaiting(entry) || (!hasSignal && entry.state === 'onLedger'))?.cmd;
};

/** A pack that is spent; one that was dispensed may be taken back. */
const spentPart = (
  session: DeviceSession,
  outbox: Outbox,
  { elements: { '01': gtin = '', '21': serial = '' } }: ReadCode,
  state: string,
  refusal: string,
): HTMLElement[] => {
  const box = h('div');
  const begin = (): Promise<void> => showTakeBack({ session, outbox, gtin, serial }, box);
  if (state === 'dispensed') fill(box, h('button', { class: 'plain', onClick: begin }, t('takeBack')));
  return [problem(sentenceOf(refusal)), box];
};

/** A proved pack: what it is called, and the form that fits the signal. */
const provedPart = async (pack: Pack, hasSignal: boolean): Promise<HTMLElement[]> => {
  const counter = await knownCounter(pack.session.enterprise);
  const name = (await knownDay()).goods[pack.leaf.batch];
  const box = h('div');
  if (hasSignal) askForm(pack, counter, box);
  else tellForm(pack, counter, box, false);
  const title = name === undefined ? [] : [h('h3', {}, name)];
  return [...title, h('p', { class: 'quiet' }, t('proved')), box];
};

/** Says what may be done with the pack at the counter; nothing for who is no pharmacist. */
export const dispensePart = async (
  session: DeviceSession,
  outbox: Outbox,
  scanned: Scanned,
): Promise<HTMLElement[]> => {
  const { code, state = '', hasSignal } = scanned;
  if (code.kind !== 'pack' || !maySign(session, codeActs.dispense, 'pharmacist')) return [];
  const said = await alreadySaid(outbox, scanned);
  if (said !== undefined) return [liveCard(outbox, said)];
  const refusal = REFUSALS[state];
  if (refusal !== undefined) return spentPart(session, outbox, code, state, refusal);
  const leaf = await findLeaf(session, code.hash, hasSignal);
  if (leaf === undefined) return [problem(hasSignal ? sentenceOf('CODE_NOT_PROVED') : t('notProvedHere'))];
  const serial = code.elements['21'] ?? '';
  return provedPart({ session, outbox, code: code.hash, serial, leaf }, hasSignal);
};
