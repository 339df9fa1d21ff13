/** Who has a load, and what those who change that have to say. */
import type { BatchRecord } from '../../model/batch/schemas.js';
import { YaosuError } from '../../model/kernel/errors.js';
import type { CustodyPayload } from '../../model/shipment/custody-acts.js';
import type { ShipmentRecord } from '../../model/shipment/schemas.js';
import type { ShipmentState } from '../../model/shipment/states.js';
import type { ParcelRecord } from '../../model/stock/schemas.js';
import { sameGoods } from '../../rules/shipment/counts.js';
import { assertConcerned, assertOwn, signer, type ActTransaction } from '../act-transaction.js';
import { loadBatch } from '../goods/load-batch.js';
import { Parcels } from '../goods/parcels.js';
import { assertState, loadShipment } from './load-shipment.js';
import { concernedBy } from '../../rules/shipment/named-on.js';

/** The shipment of a fact, told by somebody whom it concerns. @throws SHIPMENT_NOT_FOUND, PARTY_NOT_CONCERNED */
export const loadConcerned = async (
  tx: ActTransaction<{ readonly shipment: string }>,
  roles: readonly string[],
): Promise<ShipmentRecord> => {
  const record = await loadShipment(tx, tx.payload.shipment);
  for (const role of roles) assertConcerned(tx, role, concernedBy(record));
  return record;
};

/** Enterprises that tell a fact, the one that gives the load first. */
export const claimantsOf = (tx: ActTransaction): readonly string[] =>
  Object.values(tx.signers).map(({ enterprise }) => enterprise);

/** The load is in one of these states, and where the first signer says; otherwise the fact is a dispute of all who claim it. */
export const requireHeld = (
  tx: ActTransaction,
  record: ShipmentRecord,
  from: readonly ShipmentState[],
): Promise<void> => {
  const claimants = claimantsOf(tx);
  const [giver = ''] = claimants;
  return tx.judgement.whereabouts([...claimants, record.holder], () => {
    assertState(record, from);
    if (giver === record.holder) return;
    throw new YaosuError('SHIPMENT_HELD_ELSEWHERE', { shipment: record.shipment });
  });
};

const WITNESSES = { giverWitness: 'giver', takerWitness: 'taker' } as const;

/** A witness stands beside the person of the own enterprise. @throws ENTERPRISE_FOREIGN */
export const assertWitnesses = (tx: ActTransaction): void => {
  for (const [witness, beside] of Object.entries(WITNESSES)) {
    if (tx.signers[witness] !== undefined) assertOwn(tx, witness, signer(tx, beside).enterprise);
  }
};

const requireWitnesses = (tx: ActTransaction, batches: readonly BatchRecord[]): void => {
  if (batches.every(({ control }) => control === 'none')) return;
  for (const [witness, beside] of Object.entries(WITNESSES)) {
    if (tx.signers[witness] === undefined) {
      tx.judgement.deviate('SHIPMENT_WITNESS_MISSING', signer(tx, beside).enterprise);
    }
  }
};

/** Parcels on board. @throws PICKS_STALE when one was spent meanwhile */
export const loadParcels = async (
  tx: ActTransaction,
  record: ShipmentRecord,
): Promise<readonly ParcelRecord[]> => {
  const parcels = new Parcels(tx);
  const found: ParcelRecord[] = [];
  for (const ref of record.parcels) found.push(await parcels.load(ref));
  return found;
};

/** Batches on board. */
export const loadBatches = async (
  tx: ActTransaction,
  record: ShipmentRecord,
): Promise<readonly BatchRecord[]> => {
  const batches: BatchRecord[] = [];
  for (const { batch } of record.lines) batches.push(await loadBatch(tx, batch));
  return batches;
};

const sameSeals = (a: readonly string[], b: readonly string[]): boolean =>
  [...a].sort().join('\n') === [...b].sort().join('\n');

/** Notes what giver and taker found otherwise than it should be; `answers` is who has to answer for a wrong count. */
export const judgeCustody = (
  tx: ActTransaction<CustodyPayload>,
  record: ShipmentRecord,
  goods: { readonly parcels: readonly ParcelRecord[]; readonly batches: readonly BatchRecord[] },
  answers: 'giver' | 'taker',
): void => {
  const { counted, seals } = tx.payload;
  requireWitnesses(tx, goods.batches);
  if (!sameGoods(counted, goods.parcels)) {
    tx.judgement.deviate('SHIPMENT_COUNT_DIFFERS', signer(tx, answers).enterprise);
  }
  if (!sameSeals(seals, record.seals)) {
    tx.judgement.deviate('SHIPMENT_SEALS_DIFFER', signer(tx, 'giver').enterprise);
  }
};
