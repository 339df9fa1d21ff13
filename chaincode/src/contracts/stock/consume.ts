/** Stock that ends. */
import type { BatchRecord } from '../../model/batch/schemas.js';
import { YaosuError } from '../../model/kernel/errors.js';
import type { DestroyPayload, UsePayload } from '../../model/stock/consumption-acts.js';
import { assertConcerned, signer, type ActTransaction } from '../act-transaction.js';
import { requireUsable } from '../goods/load-batch.js';
import { Parcels } from '../goods/parcels.js';
import { assertLoose } from './rearrange.js';
import { emitStock, loadShelf } from './shelf.js';

type Answer = Promise<{ parcels: string[] }>;

/** Handler of `Stock.use`. */
export const use = async (tx: ActTransaction<UsePayload>): Answer => {
  const { consumption: _, ...wanted } = tx.payload;
  const batch = await loadShelf(tx, 'user');
  await requireUsable(tx, 'use', batch, ['acceptable']);
  assertLoose(await new Parcels(tx).take({ ...wanted, statuses: ['acceptable'] }));
  return emitStock(tx, 'StockUsed', []);
};

/** The witness is of a firm that answers for the goods, or of an authority. @throws PARTY_NOT_CONCERNED */
const assertWitness = async (tx: ActTransaction<DestroyPayload>, batch: BatchRecord): Promise<void> => {
  const { enterprise } = signer(tx, 'witness');
  if (await tx.state.has('role', enterprise, 'authority')) return;
  assertConcerned(tx, 'witness', [tx.payload.holder, batch.owner, batch.manufacturer, batch.mah]);
};

/** Handler of `Stock.destroy`. */
export const destroy = async (tx: ActTransaction<DestroyPayload>): Answer => {
  const { holder, batch, unit, site, quantity, status, manifest } = tx.payload;
  await assertWitness(tx, await loadShelf(tx, 'keeper'));
  if (manifest !== null && !(await tx.state.has('man', manifest)))
    throw new YaosuError('SUBJECT_NOT_FOUND', { manifest });
  const wanted = { holder, batch, unit, site, quantity, statuses: [status] };
  const taken = await tx.judgement.whereabouts([holder], () => new Parcels(tx).take(wanted));
  await tx.judgement.rule(holder, () => {
    assertLoose(taken);
  });
  return emitStock(tx, 'StockDestroyed', []);
};
