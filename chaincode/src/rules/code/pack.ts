/** What goes into one container. */
import type { ObjectRecord, PackedFrom } from '../../model/code/schemas.js';
import { YaosuError } from '../../model/kernel/errors.js';
import type { ParcelRecord } from '../../model/stock/schemas.js';
import { sameGoods, type OfBatch } from '../shipment/counts.js';

/** Units as quantities of batches. */
export const asGoods = (
  contents: readonly { readonly batch: string; readonly count: number }[],
): readonly OfBatch[] => contents.map(({ batch, count }) => ({ batch, quantity: String(count) }));

type Level = 'case' | 'pallet';
type Packed = Pick<ObjectRecord, 'code' | 'kind' | 'contents'>;

const MAX_BATCHES_IN_CASE = 2;

/**
 * A case is made of units of at most two batches (零头合箱), a pallet of whole containers.
 * @param sources the commissions and containers that `contents` name
 * @throws CODE_LEVELS_MIXED, CODE_BATCHES_TOO_MANY, CODE_CONTENTS_DIFFER
 */
export const levelOf = (contents: readonly PackedFrom[], sources: readonly Packed[]): Level => {
  const containers = sources.filter(({ kind }) => kind !== 'commission');
  const isContainer = (from: string | null): boolean => containers.some(({ code }) => code === from);
  const fromContainers = contents.filter(({ from }) => isContainer(from));
  if (fromContainers.length === 0) {
    if (new Set(contents.map(({ batch }) => batch)).size > MAX_BATCHES_IN_CASE) {
      throw new YaosuError('CODE_BATCHES_TOO_MANY', { max: MAX_BATCHES_IN_CASE });
    }
    return 'case';
  }
  if (fromContainers.length < contents.length) throw new YaosuError('CODE_LEVELS_MIXED');
  for (const { code, contents: packed } of containers) {
    const named = contents.filter(({ from }) => from === code);
    if (!sameGoods(asGoods(named), asGoods(packed))) {
      throw new YaosuError('CODE_CONTENTS_DIFFER', { container: code });
    }
  }
  return 'pallet';
};

/** Goods of one owner that one person booked in become one parcel. @throws CODE_GOODS_MIXED */
export const assertUniform = (parcels: readonly ParcelRecord[]): ParcelRecord => {
  const [first] = parcels;
  if (first === undefined) throw new YaosuError('CODE_GOODS_MIXED');
  const differs = parcels.some(
    ({ owner, receivedBy }) => owner !== first.owner || receivedBy !== first.receivedBy,
  );
  if (differs) throw new YaosuError('CODE_GOODS_MIXED');
  return first;
};
