/** Batches that the maker's plant makes: bulk out of API, packs out of bulk and cartons. */
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import { acceptStock, registerBatch, testAndRelease, type Lot } from './batches.js';
import { FIRM } from './cast.js';
import { deliver, receiveForUse } from './deliveries.js';
import { BULK, CARTONS } from './figures.js';
import { STAFF } from './staff.js';
import type { Stage } from './stage.js';
import type { StoryBatch } from './world.js';

const { maker, printer } = STAFF;
const DRUG = { product: 'IXZ-20', name: '依沙嗪片 ixazine tablets', specification: 'YBZ 09112026' } as const;

/** What goes into a batch and what comes out. */
export interface Making {
  readonly inputs: readonly (readonly [StoryBatch, string])[];
  readonly quantity: string;
  readonly theoretical: string;
  readonly lost: { readonly reason: string; readonly quantity: string } | null;
  readonly yieldLimits: { readonly lower: number; readonly upper: number };
}

/** Records what the maker's production has made, within its limits. */
export const make = async (stage: Stage, lot: Lot, making: Making): Promise<void> => {
  const { inputs, quantity, theoretical, lost, yieldLimits } = making;
  const { result } = await stage.send(maker.production, batchActs.transform, {
    batch: lot.batch,
    quantity,
    unit: lot.unit,
    inputs: inputs.map(([input, amount]) => ({
      batch: input.batch,
      quantity: amount,
      unit: input.unit,
      site: maker.site,
      kind: 'use',
    })),
    theoretical,
    yieldLimits,
    losses: lost === null ? [] : [lost],
    approval: null,
  });
  stage.same('deviation of the yield', result['deviation'], null);
};

/** Printed cartons of a qualified printer, in the maker's own lot. */
export const buyCartons = async (stage: Stage): Promise<Lot> => {
  const identity = { name: '印刷纸盒 printed carton', product: 'PK-IXZ-20', specification: 'BZ 003-2026' };
  const draft = { kind: 'packaging', unit: 'H87', storage: 'ambient', mah: null } as const;
  const printed = await registerBatch(stage, {
    ...draft,
    staff: printer,
    identity: { ...identity, lot: 'NS-0901' },
    made: CARTONS.printed,
    usableDays: 1_000,
  });
  await testAndRelease(stage, printed, CARTONS.sampled, false);
  await acceptStock(stage, printed, CARTONS.printed);
  const loads = [{ lot: printed, quantity: CARTONS.bought }];
  const noteNo = `NS-${stage.run}`;
  const way = { from: printer, to: maker, loads, shipment: stage.newId(), order: null, noteNo };
  await deliver(stage, way);
  const own = { ...draft, staff: maker, mah: FIRM.maker, identity: { ...identity, lot: 'AH-PK-0901' } };
  return receiveForUse(stage, way, { ...own, receivedFrom: printed, usableDays: 990 }, CARTONS.sampled);
};

/** Registers a batch of the maker's drug; the lot gets the mark of the run. */
export const registerDrug = (stage: Stage, kind: 'bulk' | 'packed', lot: string): Promise<Lot> =>
  registerBatch(stage, {
    staff: maker,
    kind,
    identity: { ...DRUG, product: kind === 'bulk' ? `${DRUG.product}-B` : DRUG.product, lot },
    unit: 'H87',
    storage: 'cold',
    mah: FIRM.maker,
    usableDays: kind === 'bulk' ? 360 : 720,
  });

/** Tablets, released for packing. */
export const makeBulk = async (stage: Stage, api: StoryBatch): Promise<Lot> => {
  const lot = await registerDrug(stage, 'bulk', 'AH-B-2601');
  await make(stage, lot, {
    inputs: [[api, BULK.api]],
    quantity: BULK.made,
    theoretical: BULK.theoretical,
    lost: { reason: 'process', quantity: BULK.lost },
    yieldLimits: BULK.yieldLimits,
  });
  await testAndRelease(stage, lot, BULK.sampled, true);
  await acceptStock(stage, lot, BULK.usable);
  return lot;
};

/** Packs of a run of the packing line. */
export interface PackingRun {
  readonly lot: string;
  readonly tablets: string;
  readonly cartons: string;
  readonly packs: string;
  readonly lost: string | null;
}

/** Packs of 20 tablets each, in quarantine. */
export const makePacks = async (
  stage: Stage,
  bulk: StoryBatch,
  cartons: StoryBatch,
  run: PackingRun,
): Promise<Lot> => {
  const lot = await registerDrug(stage, 'packed', run.lot);
  await make(stage, lot, {
    inputs: [
      [bulk, run.tablets],
      [cartons, run.cartons],
    ],
    quantity: run.packs,
    theoretical: run.cartons,
    lost: run.lost === null ? null : { reason: 'reject', quantity: run.lost },
    yieldLimits: BULK.yieldLimits,
  });
  return lot;
};
