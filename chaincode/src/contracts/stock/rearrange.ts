/** Stock stays on the shelf, in other pieces, at another site or in another quantity. */
import { YaosuError } from '../../model/kernel/errors.js';
import { sumOf } from '../../model/kernel/quantity.js';
import type { ParcelRecord } from '../../model/stock/schemas.js';
import type { AdjustPayload, MovePayload, SplitPayload } from '../../model/stock/shelf-acts.js';
import { cut, differenceOf } from '../../rules/stock/cut.js';
import { assertOwn, type ActTransaction } from '../act-transaction.js';
import { Parcels } from '../goods/parcels.js';
import { assertOwnSite, emitStock, loadShelf } from './shelf.js';

type Answer = Promise<{ parcels: string[] }>;

/** Serialised goods are counted by their codes. @throws PARCEL_SERIALISED */
export const assertLoose = (parcels: readonly ParcelRecord[]): void => {
  const coded = parcels.find(({ container }) => container !== null);
  if (coded !== undefined) throw new YaosuError('PARCEL_SERIALISED', { parcel: coded.parcel });
};

/** Makes these pieces of spent parcels, each with the origin and history of its own source. */
const makePieces = async (
  parcels: Parcels,
  sources: readonly ParcelRecord[],
  parts: readonly string[],
): Promise<string[]> => {
  const made: string[] = [];
  const quantities = sources.map(({ quantity }) => quantity);
  for (const { source, quantity } of cut(quantities, parts)) {
    const parcel = sources[source];
    if (parcel !== undefined) made.push(await parcels.make({ ...parcel, quantity, from: [parcel.parcel] }));
  }
  return made;
};

/** Handler of `Stock.split`. */
export const split = async (tx: ActTransaction<SplitPayload>): Answer => {
  const { parts, status, ...wanted } = tx.payload;
  await loadShelf(tx, 'keeper');
  const parcels = new Parcels(tx);
  const taken = await parcels.take({ ...wanted, quantity: sumOf(parts), statuses: [status] });
  assertLoose(taken);
  return emitStock(tx, 'StockSplit', await makePieces(parcels, taken, parts));
};

/** Handler of `Stock.move`. */
export const move = async (tx: ActTransaction<MovePayload>): Answer => {
  const { to, status, ...wanted } = tx.payload;
  await loadShelf(tx, 'keeper');
  await assertOwnSite(tx, wanted.holder, to);
  const parcels = new Parcels(tx);
  const taken = await tx.judgement.whereabouts([wanted.holder], () =>
    parcels.take({ ...wanted, statuses: [status] }),
  );
  return emitStock(tx, 'StockMoved', await parcels.renew(taken, { site: to }));
};

/** Handler of `Stock.adjust`: a loss ends with this command, a gain begins with it, in quarantine. */
export const adjust = async (tx: ActTransaction<AdjustPayload>): Answer => {
  const { holder, batch, unit, site, status, booked, counted } = tx.payload;
  await loadShelf(tx, 'keeper');
  assertOwn(tx, 'quality', holder);
  const parcels = new Parcels(tx);
  const taken = await parcels.take({ holder, batch, unit, site, quantity: booked, statuses: [status] });
  assertLoose(taken);
  const { quantity, isGain } = differenceOf(booked, counted);
  const made = await makePieces(parcels, taken, [isGain ? booked : counted]);
  const last = taken.at(-1);
  if (isGain && last !== undefined) {
    made.push(await parcels.make({ ...last, quantity, status: 'quarantine', from: [last.parcel] }));
  }
  return emitStock(tx, 'StockAdjusted', made);
};
