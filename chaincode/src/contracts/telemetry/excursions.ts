/** What follows from an excursion: offers with a clock, and the decision of the MAH's quality. */
import { YaosuError } from '../../model/kernel/errors.js';
import { keyOf } from '../../model/kernel/keys.js';
import type { ShipmentRecord } from '../../model/shipment/schemas.js';
import type { telemetryActs } from '../../model/telemetry/acts.js';
import type { excursionActs } from '../../model/telemetry/excursion-acts.js';
import { excursionRecord, type ExcursionRecord, type Offer } from '../../model/telemetry/schemas.js';
import { OFFER_ENDED } from '../../model/telemetry/states.js';
import {
  assertBudget,
  assertLapsed,
  assertOpen,
  decidersOf,
  isReleased,
  standingOffer,
} from '../../rules/telemetry/excursions.js';
import { assertMeasured } from '../../rules/telemetry/logger-report.js';
import { assertConcerned, signedByOf, type ActTransaction } from '../act-transaction.js';
import { loadBatch } from '../goods/load-batch.js';
import type { Handlers } from '../new-contract.js';
import { loadShipment, putShipment } from '../shipment/load-shipment.js';
import { withCondition } from './load-status.js';
import { qualifies } from './qualifies.js';
import { profileOf } from './record-pages.js';

type Named = ActTransaction<{ readonly shipment: string; readonly episode: string }>;

const load = async ({ state, payload }: Named): Promise<ExcursionRecord> => {
  const { shipment, episode } = payload;
  const excursion = await state.get(excursionRecord, 'exc', shipment, episode);
  if (excursion === undefined)
    throw new YaosuError('SUBJECT_NOT_FOUND', { key: keyOf('exc', shipment, episode) });
  return excursion;
};

const save = (tx: Named, excursion: ExcursionRecord, event: string): { key: string } => {
  const parts = [excursion.shipment, excursion.episode];
  tx.state.put('exc', parts, excursion);
  tx.emit(event, [keyOf('exc', ...parts)]);
  return { key: keyOf('exc', ...parts) };
};

/** Changes the offer that stands. */
const change = (tx: Named, excursion: ExcursionRecord, offer: Offer, event: string): { key: string } =>
  save(tx, { ...excursion, offers: [...excursion.offers.slice(0, -1), offer] }, event);

/** The first of the list that was not offered in this episode and still qualifies. @throws CONTINGENCY_NONE_LEFT */
const nextOffer = async (tx: Named, { offers, episode }: ExcursionRecord): Promise<Offer> => {
  const { contingencies } = await loadShipment(tx, tx.payload.shipment);
  for (const { kind, enterprise, site } of contingencies) {
    const isOffered = offers.some(
      (offer) => offer.kind === kind && offer.enterprise === enterprise && offer.site === site,
    );
    if (isOffered || !(await qualifies(tx, { kind, enterprise, site }))) continue;
    const open = { state: 'proposed', acknowledged: null, answered: null, executed: null } as const;
    return { kind, enterprise, site, offeredAt: tx.at, ...open };
  }
  throw new YaosuError('CONTINGENCY_NONE_LEFT', { episode });
};

const answer = async (
  tx: Named,
  act: 'acceptContingency' | 'declineContingency',
): Promise<{ key: string }> => {
  const excursion = await load(tx);
  const last = excursion.offers.at(-1);
  assertConcerned(tx, 'taker', [last?.enterprise ?? null]);
  assertOpen(excursion);
  const offer = standingOffer(act, excursion);
  const isAccepted = act === 'acceptContingency';
  const answered = { by: signedByOf(tx, 'taker'), at: tx.at };
  const state = isAccepted ? 'accepted' : 'declined';
  const event = isAccepted ? 'TelemetryContingencyAccepted' : 'TelemetryContingencyDeclined';
  return change(tx, excursion, { ...offer, state, answered }, event);
};

/** The driver is of the enterprise that has the load. @throws PARTY_NOT_CONCERNED */
const assertHolders = async (tx: Named): Promise<ShipmentRecord> => {
  const shipment = await loadShipment(tx, tx.payload.shipment);
  assertConcerned(tx, 'driver', [shipment.holder]);
  return shipment;
};

/** Quality of the owner, or of the MAH of everything on board. @throws PARTY_NOT_CONCERNED */
const assertDecides = async (tx: Named, { owner, lines }: ShipmentRecord): Promise<void> => {
  const holders: (string | null)[] = [];
  for (const { batch } of lines) holders.push((await loadBatch(tx, batch)).mah);
  assertConcerned(tx, 'quality', decidersOf(owner, holders));
};

/** Handlers of excursions. */
export const excursionHandlers: Pick<Handlers<typeof telemetryActs>, keyof typeof excursionActs> = {
  offerContingency: async (tx) => {
    const excursion = await load(tx);
    assertMeasured(excursion);
    assertOpen(excursion);
    const state = excursion.offers.at(-1)?.state ?? 'declined';
    if (!OFFER_ENDED.includes(state)) throw new YaosuError('STATE_WRONG', { state });
    const offers = [...excursion.offers, await nextOffer(tx, excursion)];
    return save(tx, { ...excursion, offers }, 'TelemetryContingencyOffered');
  },

  acknowledge: async (tx) => {
    const excursion = await load(tx);
    await assertHolders(tx);
    assertOpen(excursion);
    const offer = standingOffer('acknowledge', excursion);
    const acknowledged = { by: signedByOf(tx, 'driver'), at: tx.at };
    return change(
      tx,
      excursion,
      { ...offer, state: 'acknowledged', acknowledged },
      'TelemetryContingencyAcknowledged',
    );
  },

  acceptContingency: (tx) => answer(tx, 'acceptContingency'),

  declineContingency: (tx) => answer(tx, 'declineContingency'),

  lapse: async (tx) => {
    const excursion = await load(tx);
    assertOpen(excursion);
    const offer = standingOffer('lapse', excursion);
    assertLapsed(offer, tx.now);
    return change(tx, excursion, { ...offer, state: 'lapsed' }, 'TelemetryContingencyLapsed');
  },

  executed: async (tx) => {
    const excursion = await load(tx);
    const { owner, holder } = await assertHolders(tx);
    const offer = await tx.judgement.whereabouts([holder, owner], () => standingOffer('executed', excursion));
    const executed = { by: signedByOf(tx, 'driver'), at: tx.at };
    return change(tx, excursion, { ...offer, state: 'executed', executed }, 'TelemetryContingencyExecuted');
  },

  dispose: async (tx) => {
    const { shipment, episode, ...decision } = tx.payload;
    const excursion = await load(tx);
    const record = await loadShipment(tx, shipment);
    await assertDecides(tx, record);
    assertOpen(excursion);
    const disposition = { ...decision, by: signedByOf(tx, 'quality'), at: tx.at };
    const disposed = { ...excursion, disposition };
    const all = await tx.state.range(excursionRecord, 'exc', shipment);
    const others = all.filter((each) => each.episode !== episode);
    const profile = await profileOf(tx, record);
    assertBudget(disposed, others, profile?.budgetMinutes ?? 0);
    const isClear = [disposed, ...others].every(isReleased);
    if (isClear)
      putShipment(tx, record, await withCondition(tx, record, 'clear'), 'TelemetryExcursionDisposed');
    return save(tx, disposed, 'TelemetryExcursionDisposed');
  },
};
