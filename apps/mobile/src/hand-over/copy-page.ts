/** The copy of a hand-over that one side has signed: its code to be said, and all that was signed, to be printed. */
import { spokenGroups } from '@yaosu/chaincode/model/kernel/spoken-code';
import type { ShipmentOffer } from '@yaosu/chaincode/model/shipment/offer-schemas';
import { goodsLine, type Reference, type Trip } from '../shipments/reference.js';
import { t, type Language } from '../texts/texts.js';
import { refusalWord, timeWord } from '../texts/words.js';
import { fill, h } from '../ui/h.js';
import { drawQr } from './qr.js';

const LANGUAGES: readonly Language[] = ['zh', 'en'];

interface Copied {
  readonly trip: Trip;
  readonly offer: ShipmentOffer;
  readonly reference: Reference;
}

const goodsOf = ({ trip, offer, reference }: Copied, as: Language): string[] =>
  offer.counted.map((counted) => {
    const unit = trip.lines.find(({ batch }) => batch === counted.batch)?.unit;
    return goodsLine(unit === undefined ? counted : { ...counted, unit }, reference, as);
  });

const happening = ({ step, refusal }: ShipmentOffer, as: Language): string =>
  step === 'refuse' && refusal !== null
    ? `${t('refuse', as)}: ${refusalWord(refusal.reason, as)}`
    : t('take', as);

/** What was signed, in one language. */
const factsIn = (copied: Copied, as: Language): HTMLElement => {
  const { trip, offer, reference } = copied;
  const name = (enterprise: string): string => reference.names[enterprise] ?? enterprise;
  const facts: readonly (readonly [string, string])[] = [
    [t('note', as), trip.noteNo],
    [t('whatHappens', as), happening(offer, as)],
    [t('givenBy', as), name(offer.giver.enterprise)],
    [t('takenBy', as), name(offer.taker)],
    ...goodsOf(copied, as).map((line) => [t('lines', as), line] as const),
    [t('seals', as), offer.seals.length === 0 ? '–' : offer.seals.join(', ')],
    [t('signedAt', as), timeWord(offer.capturedAt, as)],
  ];
  return h(
    'div',
    { class: 'card', attributes: { lang: as === 'zh' ? 'zh-CN' : 'en' } },
    h('h3', {}, t('copy', as)),
    ...facts.map(([label, value]) => h('p', {}, h('span', { class: 'quiet' }, `${label} `), value)),
    h('p', {}, t('waitsForDesk', as)),
    h('p', { class: 'quiet' }, t('deskHint', as)),
  );
};

const open = async (box: HTMLElement, copied: Copied): Promise<void> => {
  const { code } = copied.offer;
  fill(
    box,
    h('p', { class: 'unprinted' }, t('sayCode')),
    h('p', { class: 'spoken', attributes: { 'aria-label': t('spokenCode') } }, spokenGroups(code)),
    await drawQr(code, t('spokenCode')),
    h('button', { class: 'unprinted', onClick: () => window.print() }, t('print')),
    ...LANGUAGES.map((as) => factsIn(copied, as)),
  );
};

/** The page; says so where nothing waits any more. */
export const copyPage = (trip: Trip, reference: Reference): HTMLElement => {
  const box = h('section', { class: 'copy' });
  if (trip.offer?.state === 'open') void open(box, { trip, offer: trip.offer, reference });
  else fill(box, h('p', { class: 'problem' }, t('overtaken')));
  return box;
};
