/** What a pharmacist may do with a pack that was scanned. */
import { codeActs } from '@yaosu/chaincode/model/code/acts';
import { OFFLINE_REASONS } from '@yaosu/chaincode/model/code/states';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { ApiError } from '@yaosu/gateway/api/api-error';
import { liveCard } from '../outbox/entry-card.js';
import type { Outbox } from '../outbox/outbox.js';
import { isWaiting } from '../outbox/policy.js';
import type { ReadCode } from '../scan/read-code.js';
import { inSession } from '../session/session.js';
import { maySign } from '../session/may-sign.js';
import { knownReference } from '../shipments/reference.js';
import { sentenceOf, t } from '../texts/texts.js';
import { reasonWord } from '../texts/words.js';
import { fill, h } from '../ui/h.js';
import { knownCounter, type Counter } from './counter.js';
import { askToDispense, tellDispensed, type OfflineReason, type Pack } from './dispense.js';
import type { Leaf } from './leaf.js';
import { knownLeaf, refreshLeaves } from './leaves.js';
import { siteSelect } from './site-select.js';
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

const labelled = (text: string, input: HTMLElement): HTMLElement[] => [
  h('label', { attributes: { for: input.id } }, text),
  input,
];

const reasonSelect = (hasSignal: boolean): HTMLSelectElement =>
  h(
    'select',
    { attributes: { id: 'reason' } },
    ...OFFLINE_REASONS.filter((reason) => !hasSignal || reason !== 'noNetwork').map((reason) =>
      h('option', { attributes: { value: reason } }, reasonWord(reason)),
    ),
  );

/** The pack was handed out without asking: it is recorded with the reason. */
const tellForm = (pack: Pack, counter: Counter, box: HTMLElement, hasSignal: boolean): void => {
  const site = siteSelect(pack.session.enterprise, counter);
  const reason = reasonSelect(hasSignal);
  const tell = async (): Promise<void> => {
    if (!site.reportValidity()) return;
    const cmd = await tellDispensed(pack, site.value, reason.value as OfflineReason);
    fill(box, liveCard(pack.outbox, cmd));
  };
  fill(
    box,
    h('p', { class: 'quiet' }, t('tellHint')),
    ...labelled(t('counter'), site),
    ...labelled(t('whyNotAsked'), reason),
    h('button', { onClick: tell }, t('recordDispensed')),
  );
};

/** The ledger is asked first; without signal it can only be told. */
const askForm = (pack: Pack, counter: Counter, box: HTMLElement): void => {
  const site = siteSelect(pack.session.enterprise, counter);
  const ask = async (): Promise<void> => {
    if (!site.reportValidity()) return;
    try {
      fill(box, liveCard(pack.outbox, await askToDispense(pack, site.value)));
    } catch (error) {
      if (error instanceof ApiError) throw error;
      tellForm(pack, { ...counter, site: site.value }, box, false);
    }
  };
  fill(
    box,
    ...labelled(t('counter'), site),
    h('button', { onClick: ask }, t('dispense')),
    h(
      'button',
      { class: 'plain', onClick: () => tellForm(pack, { ...counter, site: site.value }, box, true) },
      t('handedOut'),
    ),
  );
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
  const pack = { session, outbox, code: code.hash, serial: code.elements['21'] ?? '', leaf };
  const counter = await knownCounter(session.enterprise);
  const box = h('div');
  if (hasSignal) askForm(pack, counter, box);
  else tellForm(pack, counter, box, false);
  const { goods } = await knownReference();
  const name = goods[leaf.batch];
  return [name !== undefined && h('h3', {}, name), h('p', { class: 'quiet' }, t('proved')), box].filter(
    (each) => each !== false,
  );
};
