/** Containers: packed, opened. */
import type { AggregatePayload, OpenPayload } from '../../model/code/container-acts.js';
import { objectRecord, type ObjectRecord } from '../../model/code/schemas.js';
import { YaosuError } from '../../model/kernel/errors.js';
import { keyOf } from '../../model/kernel/keys.js';
import type { ParcelRecord } from '../../model/stock/schemas.js';
import type { Wanted } from '../../model/stock/wanted.js';
import { asGoods, assertUniform, levelOf } from '../../rules/code/pack.js';
import { sameGoods } from '../../rules/shipment/counts.js';
import { assertOwn, type ActTransaction } from '../act-transaction.js';
import { Parcels, sumOf } from '../goods/parcels.js';
import { assertOwnSite } from '../stock/shelf.js';
import { isOfPair } from './second-names.js';

/** @throws CODE_NOT_FOUND */
export const loadObject = async ({ state }: ActTransaction, code: string): Promise<ObjectRecord> => {
  const record = await state.get(objectRecord, 'obj', code);
  if (record === undefined) throw new YaosuError('CODE_NOT_FOUND', { code });
  return record;
};

const wantedOf = (
  tx: ActTransaction<AggregatePayload | OpenPayload>,
  { batch, count }: { readonly batch: string; readonly count: number },
  container: string | null,
): Wanted => {
  const { holder, site, status } = tx.payload;
  return { batch, quantity: String(count), unit: 'H87', holder, site, statuses: [status], container };
};

/** What one parcel may name as its origin. */
const MAX_FROM = 100;

/** Parcels of one batch become one under the container. */
const merge = async (
  parcels: Parcels,
  taken: readonly ParcelRecord[],
  container: string | null,
): Promise<void> => {
  for (const batch of new Set(taken.map((parcel) => parcel.batch))) {
    const ofBatch = taken.filter((parcel) => parcel.batch === batch);
    const quantity = sumOf(ofBatch.map((parcel) => parcel.quantity));
    const from = ofBatch.map(({ parcel }) => parcel).slice(0, MAX_FROM);
    await parcels.make({ ...assertUniform(ofBatch), quantity, container, from });
  }
};

/** Containers and commissions that the goods come from. @throws CODE_NOT_FOUND */
const loadSources = async (tx: ActTransaction<AggregatePayload>): Promise<readonly ObjectRecord[]> => {
  const sources: ObjectRecord[] = [];
  for (const from of new Set(tx.payload.contents.map((each) => each.from))) {
    if (from !== null) sources.push(await loadObject(tx, from));
  }
  return sources;
};

/** Goods on a shelf of the signer's own. @throws ENTERPRISE_FOREIGN, SITE_NOT_FOUND */
const assertOwnShelf = async (tx: ActTransaction<AggregatePayload | OpenPayload>): Promise<void> => {
  assertOwn(tx, 'packer', tx.payload.holder);
  await assertOwnSite(tx, tx.payload.holder, tx.payload.site);
};

/** Handler of `Code.aggregate`. */
export const aggregate = async (tx: ActTransaction<AggregatePayload>): Promise<{ key: string }> => {
  const { container, contents, holder } = tx.payload;
  await assertOwnShelf(tx);
  const sources = await loadSources(tx);
  if (await isOfPair(tx, container)) throw new YaosuError('CODE_EXISTS');
  const kind = levelOf(contents, sources);
  const parcels = new Parcels(tx);
  const taken: ParcelRecord[] = [];
  for (const each of contents) taken.push(...(await parcels.take(wantedOf(tx, each, each.from))));
  await merge(parcels, taken, container);
  const record = { code: container, kind, enterprise: holder, state: 'packed', parent: null, contents };
  tx.state.put('obj', [container], record);
  if (kind === 'pallet') {
    for (const child of sources) tx.state.put('obj', [child.code], { ...child, parent: container });
  }
  tx.emit('CodesAggregated', [keyOf('obj', container)]);
  return { key: keyOf('obj', container) };
};

/** A pallet is opened into the containers that it was made of, each with its units. */
const unpackPallet = async (
  tx: ActTransaction<OpenPayload>,
  pallet: ObjectRecord,
  parcels: Parcels,
  taken: readonly ParcelRecord[],
): Promise<void> => {
  for (const { from: container, batch, count } of pallet.contents) {
    const ofBatch = taken.filter((parcel) => parcel.batch === batch);
    const from = ofBatch.map(({ parcel }) => parcel).slice(0, MAX_FROM);
    await parcels.make({ ...assertUniform(ofBatch), quantity: String(count), container, from });
  }
  for (const code of new Set(pallet.contents.map(({ from }) => from))) {
    if (code !== null) tx.state.put('obj', [code], { ...(await loadObject(tx, code)), parent: null });
  }
};

/** Handler of `Code.disaggregate`. */
export const disaggregate = async (tx: ActTransaction<OpenPayload>): Promise<{ key: string }> => {
  const { container, contents } = tx.payload;
  await assertOwnShelf(tx);
  const record = await loadObject(tx, container);
  const isWhole = sameGoods(asGoods(contents), asGoods(record.contents));
  if (record.kind === 'pallet' && !isWhole) throw new YaosuError('CODE_CONTENTS_DIFFER', { container });
  const parcels = new Parcels(tx);
  const taken: ParcelRecord[] = [];
  for (const each of contents) taken.push(...(await parcels.take(wantedOf(tx, each, container))));
  if (record.kind === 'pallet') await unpackPallet(tx, record, parcels, taken);
  else await parcels.renew(taken, { container: null });
  tx.state.put('obj', [container], { ...record, state: isWhole ? 'opened' : record.state });
  tx.emit('CodesDisaggregated', [keyOf('obj', container)]);
  return { key: keyOf('obj', container) };
};
