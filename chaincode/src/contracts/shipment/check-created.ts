/** Whatever a new shipment names exists, is whose it must be, and may take what is sent. */
import { YaosuError } from '../../model/kernel/errors.js';
import type { CreatePayload } from '../../model/shipment/acts.js';
import { orderRecord } from '../../model/order/schemas.js';
import { RETURNABLE } from '../../model/shipment/states.js';
import type { Purpose } from '../../model/stock/states.js';
import { profileRecord } from '../../model/telemetry/schemas.js';
import type { ActTransaction } from '../act-transaction.js';
import { loadBatch } from '../goods/load-batch.js';
import { assertDestination, assertSite } from './assert-destination.js';
import { loadShipment } from './load-shipment.js';

type Create = ActTransaction<CreatePayload>;

const assertCarrier = async ({ state, payload }: Create): Promise<void> => {
  const { carrier, consignor } = payload;
  if (carrier === consignor || (await state.has('role', carrier, 'carrier'))) return;
  throw new YaosuError('ROLE_NOT_HELD', { role: 'carrier' });
};

const STANDING_KINDS: readonly string[] = ['qualifiedWarehouse', 'emergencyStock'];

const assertContingencies = async (tx: Create): Promise<void> => {
  for (const { kind, enterprise, site } of tx.payload.contingencies) {
    if (!(await tx.state.has('ent', enterprise)))
      throw new YaosuError('ENTERPRISE_NOT_FOUND', { enterprise });
    if (site !== null) await assertSite(tx, enterprise, site);
    const drives = kind !== 'backupTruck' || (await tx.state.has('role', enterprise, 'carrier'));
    if (!drives || STANDING_KINDS.includes(kind) !== (site !== null)) {
      throw new YaosuError('SHIPMENT_CONTINGENCY_UNFIT', { kind, enterprise });
    }
  }
};

const assertGoods = async (tx: Create): Promise<void> => {
  const { lines, profile, owner } = tx.payload;
  const edition = profile === null ? [] : [profile.product, String(profile.edition)];
  const record = profile === null ? undefined : await tx.state.get(profileRecord, 'prof', ...edition);
  for (const { batch, unit } of lines) {
    const goods = await loadBatch(tx, batch);
    if (goods.unit !== unit) throw new YaosuError('UNIT_MISMATCH', { unit: goods.unit });
    const theirs: readonly unknown[] = [owner, goods.owner, goods.mah];
    if (profile !== null && !theirs.includes(record?.owner)) {
      throw new YaosuError('SHIPMENT_PROFILE_FOREIGN', { product: profile.product });
    }
  }
};

const HOMEWARD: readonly Purpose[] = ['returnToSupplier', 'customerReturn', 'recallReturn', 'destruction'];

/** What was refused comes back from whoever has it. @throws SHIPMENT_NOT_FOUND, SHIPMENT_RETURN_WRONG */
const assertReturn = async (tx: Create): Promise<void> => {
  const { returns, consignor, purpose } = tx.payload;
  if (returns === null) return;
  const earlier = await loadShipment(tx, returns);
  const fits =
    RETURNABLE.includes(earlier.state) && earlier.holder === consignor && HOMEWARD.includes(purpose);
  if (!fits) throw new YaosuError('SHIPMENT_RETURN_WRONG', { returns });
};

/** Goods go to who ordered them from who was asked. @throws SHIPMENT_ORDER_FOREIGN */
const assertOrder = async (tx: Create): Promise<void> => {
  const { order, consignor, consignee } = tx.payload;
  if (order === null) return;
  const placed = await tx.state.get(orderRecord, 'order', order);
  if (placed?.buyer !== consignee || placed.supplier !== consignor) {
    throw new YaosuError('SHIPMENT_ORDER_FOREIGN', { order });
  }
};

/**
 * @throws ENTERPRISE_NOT_FOUND, SITE_NOT_FOUND, ROLE_NOT_HELD, SHIPMENT_CONSIGNEE_UNLICENSED,
 * SHIPMENT_CONTINGENCY_UNFIT, BATCH_NOT_FOUND, UNIT_MISMATCH, SHIPMENT_PROFILE_FOREIGN, SHIPMENT_ORDER_FOREIGN,
 * SHIPMENT_NOT_FOUND, SHIPMENT_RETURN_WRONG
 */
export const checkCreated = async (tx: Create): Promise<void> => {
  const { consignor, from } = tx.payload;
  await assertSite(tx, consignor, from);
  await assertDestination(tx, tx.payload);
  await assertCarrier(tx);
  await assertContingencies(tx);
  await assertGoods(tx);
  await assertReturn(tx);
  await assertOrder(tx);
};
