/** Single units: dispensed, taken back, taken out. */
import type { DecommissionPayload, DispensePayload, RecordPayload } from '../../model/code/unit-acts.js';
import { oneOf } from '../../model/code/unit-acts.js';
import { YaosuError } from '../../model/kernel/errors.js';
import { keyOf } from '../../model/kernel/keys.js';
import type { UnitRecord } from '../../model/code/schemas.js';
import { PARCEL_STATUSES } from '../../model/stock/states.js';
import type { ParcelRecord } from '../../model/stock/schemas.js';
import type { Wanted } from '../../model/stock/wanted.js';
import { assertUnitStep } from '../../rules/code/assert-unit-step.js';
import { assertOwn, signedByOf, signer, type ActTransaction } from '../act-transaction.js';
import { loadBatch, requireUsable } from '../goods/load-batch.js';
import { Parcels } from '../goods/parcels.js';
import { assertOwnSite } from '../stock/shelf.js';
import { loadScanned, loadUnit, requireProved } from './proved-unit.js';

type What = Pick<UnitRecord, 'state'> & Partial<Pick<UnitRecord, 'offline' | 'fate'>>;

/** Takes one unit off a shelf. */
const takeOne = async (tx: ActTransaction, wanted: Wanted): Promise<ParcelRecord> => {
  const [parcel] = await new Parcels(tx).take(wanted);
  if (parcel === undefined) throw new YaosuError('PARCELS_INSUFFICIENT', { missing: '1' });
  return parcel;
};

const putUnit = (
  tx: ActTransaction<DispensePayload>,
  code: string,
  role: string,
  owner: string,
  what: What,
): void => {
  const { batch, commission, index } = tx.payload;
  const by = signedByOf(tx, role);
  tx.state.put('unit', [code], {
    code,
    batch,
    commission,
    index,
    enterprise: by.enterprise,
    owner,
    signedBy: by,
    second: null,
    at: tx.at,
    offline: null,
    fate: null,
    ...what,
  });
};

/** Handler of `Code.dispense`. */
export const dispense = async (tx: ActTransaction<DispensePayload>): Promise<{ key: string }> => {
  const { enterprise } = signer(tx, 'pharmacist');
  await assertOwnSite(tx, enterprise, tx.payload.site);
  const { code } = await requireProved(tx, tx.payload.unit, tx.payload);
  assertUnitStep(await loadUnit(tx, code), 'dispense');
  await requireUsable(tx, 'dispense', await loadBatch(tx, tx.payload.batch), ['acceptable']);
  const { owner } = await takeOne(tx, oneOf(tx.payload, enterprise, ['acceptable']));
  putUnit(tx, code, 'pharmacist', owner, { state: 'dispensed' });
  tx.emit('UnitDispensed', [keyOf('unit', code)]);
  return { key: keyOf('unit', code) };
};

/** Handler of `Code.recordDispensed`. */
export const recordDispensed = async (tx: ActTransaction<RecordPayload>): Promise<{ key: string }> => {
  const { enterprise } = signer(tx, 'pharmacist');
  const { payload, judgement } = tx;
  await assertOwnSite(tx, enterprise, payload.site);
  const { code, commission } = await requireProved(tx, payload.unit, payload);
  const unit = await loadUnit(tx, code);
  await judgement.whereabouts([enterprise, unit?.enterprise ?? enterprise], () => {
    assertUnitStep(unit, 'recordDispensed');
  });
  const { owner, status } = await judgement.whereabouts([enterprise, commission.enterprise], () =>
    takeOne(tx, oneOf(payload, enterprise, PARCEL_STATUSES)),
  );
  const batch = await loadBatch(tx, payload.batch);
  await judgement.rule(enterprise, () => requireUsable(tx, 'dispense', batch, [status]));
  putUnit(tx, code, 'pharmacist', owner, { state: 'dispensed', offline: payload.reason });
  tx.emit('UnitDispensed', [keyOf('unit', code)]);
  return { key: keyOf('unit', code) };
};

/** Handler of `Code.reverse`. */
export const reverse = async (
  tx: ActTransaction<{ readonly unit: string; readonly site: string }>,
): Promise<{ key: string }> => {
  const unit = await loadScanned(tx, tx.payload.unit);
  assertUnitStep(unit, 'reverse');
  if (unit === undefined) throw new YaosuError('UNIT_NOT_DISPENSED');
  const { code } = unit;
  for (const role of ['pharmacist', 'second']) assertOwn(tx, role, unit.enterprise);
  const { enterprise, owner, batch } = unit;
  const { site } = tx.payload;
  await assertOwnSite(tx, enterprise, site);
  const parcel = { batch, quantity: '1', unit: 'H87', owner, holder: enterprise, site } as const;
  const stand = { status: 'returned', container: null, shipment: null, from: [] } as const;
  const [signedBy, second] = [signedByOf(tx, 'pharmacist'), signedByOf(tx, 'second')];
  await new Parcels(tx).make({ ...parcel, ...stand, from: [], receivedBy: signedBy.person });
  tx.state.put('unit', [code], { ...unit, state: 'reversed', signedBy, second, at: tx.at, offline: null });
  tx.emit('UnitReversed', [keyOf('unit', code)]);
  return { key: keyOf('unit', code) };
};

/** Handler of `Code.decommission`. */
export const decommission = async (tx: ActTransaction<DecommissionPayload>): Promise<{ key: string }> => {
  const { payload } = tx;
  const { holder } = payload;
  assertOwn(tx, 'keeper', holder);
  await assertOwnSite(tx, holder, payload.site);
  const { code, commission } = await requireProved(tx, payload.unit, payload);
  if (payload.container !== null && payload.container !== commission.commission) {
    throw new YaosuError('CODE_NOT_PROVED');
  }
  assertUnitStep(await loadUnit(tx, code), 'decommission');
  const { owner } = await takeOne(tx, oneOf(payload, holder, [payload.status], payload.container));
  putUnit(tx, code, 'keeper', owner, { state: 'decommissioned', fate: payload.fate });
  tx.emit('UnitDecommissioned', [keyOf('unit', code)]);
  return { key: keyOf('unit', code) };
};
