/** The giver's side: to whom, and how much of it; or that the consignee does not take it. */
import { SHIPMENT_STEPS } from '@yaosu/chaincode/model/shipment/states';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import type { Outbox } from '../outbox/outbox.js';
import type { Reference, Trip } from '../shipments/reference.js';
import { t } from '../texts/texts.js';
import { fill, h } from '../ui/h.js';
import { countForm } from './count-form.js';
import type { OfferMessage } from './messages.js';
import { offerTo, type Giving } from './offering.js';
import { refuseForm } from './refuse-form.js';

const wholeOf = ({ lines }: Trip): OfferMessage['c'] =>
  lines.map(({ batch, quantity }) => ({ batch, quantity }));

const mayStep = ({ state }: Trip, step: OfferMessage['a']): boolean =>
  (SHIPMENT_STEPS[step] as readonly string[]).includes(state);

const choicesOf = (giving: Giving): HTMLElement[] => {
  const { session, trip, box } = giving;
  const give = (a: OfferMessage['a']) => (): Promise<void> =>
    offerTo(giving, { goods: { a, c: wholeOf(trip), w: null } });
  const isDriver = session.functions.includes('driver');
  const mayReceive = isDriver && mayStep(trip, 'receive');
  const plain = (text: string, form: (given: Giving) => HTMLElement): HTMLElement =>
    h('button', { class: 'plain', onClick: () => fill(box, h('h2', {}, text), form(giving)) }, text);
  return [
    mayReceive && h('button', { onClick: give('receive') }, t('toConsignee')),
    mayReceive && plain(t('partToConsignee'), countForm),
    mayStep(trip, 'handOver') && h('button', { onClick: give('handOver') }, t('toDriver')),
    isDriver && mayStep(trip, 'refuse') && plain(t('consigneeRefuses'), refuseForm),
  ].filter((choice) => choice !== false);
};

/** The page on which a load is given away. */
export const givePage = (
  session: DeviceSession,
  outbox: Outbox,
  trip: Trip,
  reference: Reference,
): HTMLElement => {
  const box = h('section');
  const choices = choicesOf({ session, outbox, trip, reference, box });
  if (choices.length === 0) fill(box, h('p', { class: 'quiet' }, t('nothingNext')));
  else fill(box, h('h2', {}, t('giveTo')), ...choices);
  return box;
};
