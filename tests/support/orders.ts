/** Orders of the tests: `maker` buys starting material of `supplier`. */
import { ACTS } from '@yaosu/chaincode/model/acts';
import { FIRMS, SUPPLIER_GLN, type FirmName } from './cast.js';
import { registeredLot, type Goods } from './goods.js';
import { approval, digest, freshId, licence } from './payloads.js';
import type { Stage } from './stage.js';

type Payload = Record<string, unknown>;

/** A licence of a firm at its site, in force unless said otherwise. */
export const licensed = async (
  stage: Stage,
  firm: FirmName,
  kind: string,
  change: Payload = {},
): Promise<void> => {
  const payload = licence({ enterprise: firm, kind, sites: [FIRMS[firm].gln], ...change });
  await stage.must('regulatorRoot', ACTS.Enterprise.addLicence, payload);
};

/** Puts a site of a supplier on the list of `maker` for a material. @returns the entry */
export const listed = async (stage: Stage, change: Payload = {}): Promise<string> => {
  const payload = approval(change);
  await stage.must('makerQuality', ACTS.Enterprise.approveSupplier, payload);
  return payload['entry'] as string;
};

/** 100 kg of a material of `supplier` by an entry of the list. */
export const orderPayload = (entry: string | null, material: string, change: Payload = {}): Payload => ({
  order: freshId(),
  buyer: 'maker',
  supplier: 'supplier',
  site: SUPPLIER_GLN,
  approval: entry,
  lines: [{ material, quantity: '100', unit: 'KGM' }],
  requiredBy: '2049-12-31',
  ...change,
});

/** An order and what it asks for. */
export interface Ordered {
  readonly order: string;
  readonly material: string;
}

/** An order of a fresh material that was placed; `supplier` must be licensed. */
export const placedOrder = async (stage: Stage): Promise<Ordered> => {
  const material = digest(`material ${freshId()}`);
  const payload = orderPayload(await listed(stage, { material }), material);
  await stage.must('makerPurchaser', ACTS.Order.place, payload);
  return { order: payload['order'] as string, material };
};

/** Payload of the confirmation of some or all of it. */
export const confirmation = ({ order, material }: Ordered, change: Payload = {}): Payload => ({
  order,
  lines: [{ material, quantity: '80', unit: 'KGM' }],
  deliverOn: '2049-12-30',
  ...change,
});

/** An order of which 80 kg were confirmed. */
export const confirmedOrder = async (stage: Stage): Promise<Ordered> => {
  const ordered = await placedOrder(stage);
  await stage.must('supplierKeeper', ACTS.Order.confirm, confirmation(ordered));
  return ordered;
};

/** Notice of 80 kg of a lot. */
export const notice = ({ order }: Ordered, { batch, unit }: Goods, change: Payload = {}): Payload => ({
  order,
  shipment: null,
  lines: [{ batch, quantity: '80', unit }],
  ...change,
});

/** A lot of the supplier to announce. */
export const suppliedLot = (stage: Stage): Promise<Goods> => registeredLot(stage, { firm: 'supplier' });
