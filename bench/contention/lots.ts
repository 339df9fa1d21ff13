/** Lots that a bench makes: registered, released, on the shelf. */
import { acceptStock, registerBatch, testAndRelease, type Lot } from '@yaosu/gateway/story/batches';
import { STAFF } from '@yaosu/gateway/story/staff';
import type { Stage } from '@yaosu/gateway/story/stage';

const { cdmo } = STAFF;

let lots = 0;
/** A lot of the CDMO, or of another maker; `made` when it is made of nothing in the network. */
export const newLot = async (stage: Stage, made: string | null, staff: typeof cdmo = cdmo): Promise<Lot> => {
  lots += 1;
  const identity = { name: 'bench', product: 'BENCH', lot: `B-${String(lots)}`, specification: 'none' };
  const kind = made === null ? 'api' : 'startingMaterial';
  const draft = {
    staff,
    kind,
    identity,
    unit: 'KGM',
    storage: 'ambient',
    mah: null,
    usableDays: 700,
  } as const;
  return registerBatch(stage, made === null ? draft : { ...draft, made });
};

/** Tests, releases and accepts a lot. */
export const releasedLot = async (stage: Stage, lot: Lot, quantity: string): Promise<Lot> => {
  await testAndRelease(stage, lot, '1', false);
  await acceptStock(stage, lot, quantity);
  return lot;
};

/** Where a lot stands, as acts of stock name it. */
export const shelfOf = (lot: Lot): Record<string, unknown> => ({
  holder: lot.staff.enterprise,
  batch: lot.batch,
  unit: lot.unit,
  site: lot.site,
});
