import { ACTS } from '@yaosu/chaincode/model/acts';
import { MAKER_GLN } from '../../support/cast.js';
import { digest } from '../../support/payloads.js';
import type { Right } from '../../support/right.js';
import {
  custodyPayload,
  internal,
  loadPayload,
  loadedShipment,
  readyShipment,
  redirectPayload,
  shipmentInTransit,
  shipmentPayload,
  stockedLot,
} from '../../support/shipments.js';
import { offerPayload } from '../../support/offers.js';

const { create, load, redirect, handOver, arrive, receive, refuse, offer } = ACTS.Shipment;

const refusal = (shipment: string): Record<string, unknown> => ({
  shipment,
  reason: 'damaged',
  evidence: digest('photo'),
});

export const shipmentRights: readonly Right[] = [
  {
    act: create,
    may: ['makerKeeper'],
    command: async (stage) => ({ payload: shipmentPayload((await stockedLot(stage)).batch) }),
  },
  {
    act: load,
    may: ['makerKeeper'],
    command: async (stage) => {
      const { shipment, lot } = await readyShipment(stage);
      return { payload: loadPayload(shipment, lot) };
    },
  },
  {
    act: redirect,
    may: ['makerKeeper'],
    command: async (stage) => {
      const { shipment } = await shipmentInTransit(stage);
      return { payload: await redirectPayload(stage, shipment) };
    },
  },
  {
    act: handOver,
    may: ['makerKeeper'],
    command: async (stage) => {
      const { shipment, lot } = await loadedShipment(stage, await internal(stage, 'maker'));
      const driver = await stage.network.admit(stage.actor('makerRoot'), ['driver'], 'ManufacturerMSP');
      return { payload: custodyPayload(shipment, lot, { at: MAKER_GLN }), cosigners: [driver] };
    },
  },
  {
    act: handOver,
    may: ['carrierDispatch', 'carrierDriver'],
    varies: { role: 'taker', first: 'makerKeeper' },
    command: async (stage, name) => {
      const { shipment, lot } = await loadedShipment(stage, await internal(stage, 'carrier'));
      const payload = custodyPayload(shipment, lot, { at: MAKER_GLN });
      return { payload, cosigners: [stage.actor(name)] };
    },
  },
  {
    act: arrive,
    may: ['carrierDriver'],
    command: async (stage) => {
      const change = await internal(stage, 'carrier');
      const { shipment } = await shipmentInTransit(stage, change);
      return { payload: { shipment, site: change['to'] } };
    },
  },
  {
    act: receive,
    may: ['carrierDriver'],
    command: async (stage) => {
      const { shipment, lot } = await shipmentInTransit(stage, await internal(stage, 'carrier'));
      return { payload: custodyPayload(shipment, lot), cosigners: [stage.actor('makerKeeper')] };
    },
  },
  {
    act: receive,
    may: ['wholesalerKeeper', 'wholesalerReceiving'],
    varies: { role: 'taker', first: 'carrierDriver' },
    command: async (stage, name) => {
      const { shipment, lot } = await shipmentInTransit(stage);
      return { payload: custodyPayload(shipment, lot), cosigners: [stage.actor(name)] };
    },
  },
  {
    act: refuse,
    may: ['carrierDriver'],
    command: async (stage) => {
      const { shipment } = await shipmentInTransit(stage, await internal(stage, 'carrier'));
      return { payload: refusal(shipment), cosigners: [stage.actor('makerKeeper')] };
    },
  },
  {
    act: refuse,
    may: ['wholesalerKeeper', 'wholesalerReceiving'],
    varies: { role: 'taker', first: 'carrierDriver' },
    command: async (stage, name) => {
      const { shipment } = await shipmentInTransit(stage);
      return { payload: refusal(shipment), cosigners: [stage.actor(name)] };
    },
  },
  {
    act: offer,
    may: ['carrierDriver'],
    command: async (stage) => {
      const underway = await shipmentInTransit(stage, await internal(stage, 'carrier'));
      return { payload: offerPayload(stage, underway, { taker: 'makerKeeper' }) };
    },
  },
];
