import { assertOwn, signedByOf } from './act-transaction.js';
import { policyOf } from './goods/hosts.js';
import { requireUsable } from './goods/load-batch.js';
import { newContract } from './new-contract.js';
import { arriveNow, refuseNow, tellBefore } from './shipment/at-the-door.js';
import { checkCreated } from './shipment/check-created.js';
import {
  assertWitnesses,
  judgeCustody,
  loadBatches,
  loadConcerned,
  loadParcels,
  requireHeld,
} from './shipment/custody.js';
import { closeReturned, putGrants, requireLoadable, takeGoods } from './shipment/load-goods.js';
import { assertState, loadShipment, putShipment } from './shipment/load-shipment.js';
import { endedOffer, newOffer } from './shipment/offer-hand-over.js';
import { endReturned, receiveGoods, stateOnReceipt } from './shipment/receive-goods.js';
import { redirect } from './shipment/redirect.js';
import { YaosuError } from '../model/kernel/errors.js';
import { keyOf } from '../model/kernel/keys.js';
import { shipmentActs } from '../model/shipment/acts.js';
import type { ShipmentRecord } from '../model/shipment/schemas.js';
import { SHIPMENT_STEPS } from '../model/shipment/states.js';
import { partsOfParcel } from '../model/stock/parcel-ref.js';
import { namedOn } from '../rules/shipment/named-on.js';
import { directedTo, expectedSites, redirectAfter, redirectOfArrival } from '../rules/shipment/redirects.js';

/** What only the way will tell. */
const UNTOLD = {
  seals: [],
  loggers: [],
  leaves: null,
  state: 'ready',
  condition: 'clear',
  parcels: [],
  loadedAt: null,
  handOvers: 0,
  lastHandOver: null,
  arrival: null,
  refusal: null,
  redirects: [],
  offer: null,
} as const;

/** Shipments. */
export const ShipmentContract = newContract('Shipment', shipmentActs, {
  create: async (tx) => {
    const { shipment, consignor, owner } = tx.payload;
    assertOwn(tx, 'consignor', consignor);
    await checkCreated(tx);
    const policy = await policyOf(tx, owner, namedOn(tx.payload));
    tx.state.putGuarded('ship', [shipment], { ...tx.payload, ...UNTOLD, holder: consignor }, policy);
    tx.emit('ShipmentCreated', [keyOf('ship', shipment)]);
    return { key: keyOf('ship', shipment) };
  },

  load: async (tx) => {
    const { seals, loggers, leaves } = tx.payload;
    const record = await loadShipment(tx, tx.payload.shipment);
    assertOwn(tx, 'loader', record.consignor);
    assertState(record, SHIPMENT_STEPS.load);
    await closeReturned(tx, record);
    await putGrants(tx);
    await requireLoadable(tx, record);
    const parcels = [...(await takeGoods(tx, record))];
    const change = { state: 'loaded', seals, loggers, leaves, parcels, loadedAt: tx.at } as const;
    return { key: putShipment(tx, record, change, 'ShipmentLoaded') };
  },

  handOver: async (tx) => {
    const record = await loadConcerned(tx, ['giver', 'taker']);
    assertWitnesses(tx);
    await requireHeld(tx, record, SHIPMENT_STEPS.handOver);
    const goods = { parcels: await loadParcels(tx, record), batches: await loadBatches(tx, record) };
    judgeCustody(tx, record, goods, 'taker');
    const [giver, taker] = [signedByOf(tx, 'giver'), signedByOf(tx, 'taker')];
    if (record.state === 'loaded') {
      for (const batch of goods.batches) {
        await tx.judgement.rule(giver.enterprise, () => requireUsable(tx, record.purpose, batch, []));
      }
    }
    const holder = taker.enterprise;
    for (const parcel of goods.parcels)
      tx.state.put('parcel', partsOfParcel(parcel.parcel), { ...parcel, holder });
    const change: Partial<ShipmentRecord> = {
      state: record.state === 'refused' ? 'refused' : 'inTransit',
      holder,
      handOvers: record.handOvers + 1,
      lastHandOver: { giver, taker, at: tx.at },
      offer: endedOffer(tx, record),
    };
    return { key: putShipment(tx, record, change, 'ShipmentHandedOver') };
  },

  arrive: async (tx) => {
    const { site } = tx.payload;
    const record = await loadConcerned(tx, ['driver']);
    const arrival = { site, at: tx.at };
    const ended = redirectOfArrival(record, arrival);
    const change = await (ended === undefined
      ? arriveNow(tx, record, arrival)
      : tellBefore(tx, record, ended, { arrival }));
    await tx.judgement.rule(record.holder, () => {
      if (!expectedSites(record).includes(site)) throw new YaosuError('SHIPMENT_SITE_UNEXPECTED', { site });
    });
    return { key: putShipment(tx, record, change, 'ShipmentArrived') };
  },

  receive: async (tx) => {
    const record = await loadConcerned(tx, ['giver']);
    assertOwn(tx, 'taker', record.consignee);
    assertWitnesses(tx);
    await requireHeld(tx, record, SHIPMENT_STEPS.receive);
    const goods = { parcels: await loadParcels(tx, record), batches: await loadBatches(tx, record) };
    judgeCustody(tx, record, goods, 'giver');
    const to = directedTo(record, tx.at);
    const missing = await receiveGoods(tx, { ...record, to }, goods.parcels);
    const isWhole = missing.length === 0;
    if (isWhole) await endReturned(tx, record);
    const change: Partial<ShipmentRecord> = {
      ...(isWhole ? { to } : {}),
      state: stateOnReceipt(record, isWhole, tx.at),
      holder: isWhole ? record.consignee : record.holder,
      parcels: [...missing],
      handOvers: record.handOvers + 1,
      lastHandOver: { giver: signedByOf(tx, 'giver'), taker: signedByOf(tx, 'taker'), at: tx.at },
      offer: endedOffer(tx, record),
    };
    return { key: putShipment(tx, record, change, 'ShipmentReceived') };
  },

  refuse: async (tx) => {
    const { reason, evidence } = tx.payload;
    const record = await loadConcerned(tx, ['giver']);
    assertOwn(tx, 'taker', record.consignee);
    const refusal = { reason, evidence, at: tx.at };
    const ended = redirectAfter(record, tx.at);
    const change = await (ended === undefined
      ? refuseNow(tx, record, refusal)
      : tellBefore(tx, record, ended, { refusal }));
    return { key: putShipment(tx, record, change, 'ShipmentRefused') };
  },

  redirect,

  offer: async (tx) => {
    const record = await loadConcerned(tx, ['giver']);
    const offer = await newOffer(tx, record);
    return { key: putShipment(tx, record, { offer }, 'ShipmentOffered') };
  },
});
