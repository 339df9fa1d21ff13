/** The read of what waits for who asks: matters by name, each for whose function it is. */
import type { KeyFunction } from '@yaosu/chaincode/model/enterprise/states';
import * as z from 'zod';
import { turnOf, type DeskKind } from './quality.js';
import { none, read } from './read-definition.js';
import { asOf } from './schemas.js';

/** Days ahead within which a paper that runs out is counted. */
export const PAPERS_AHEAD_DAYS = 30;

/** Matters of the own firm's quality desk → their kind there. */
export const DESK_MATTERS = {
  samplesToTest: 'sample',
  resultsToReview: 'review',
  oosToClose: 'oos',
  deviationsToClose: 'deviation',
  excursionsToDispose: 'excursion',
  batchesToRelease: 'siteRelease',
  batchesToMarket: 'marketRelease',
} as const satisfies Readonly<Record<string, DeskKind>>;
/** Names a matter of the quality desk. */
export type DeskMatter = keyof typeof DESK_MATTERS;

const QUALITY = ['qualifiedPerson', 'qualityManager'] as const;
const KEEPERS = ['warehouseKeeper', 'dispatcher', 'pharmacist', 'receivingInspector'] as const;
const HOLDERS = ['pharmacist', 'warehouseKeeper', 'dispatcher', ...QUALITY] as const;

/** Matter → functions that it is for, in the order of the chain. */
export const MATTERS = {
  batchesInProcess: ['production', 'analyst', 'reviewer'],
  samplesToTest: turnOf(DESK_MATTERS.samplesToTest),
  resultsToReview: turnOf(DESK_MATTERS.resultsToReview),
  oosToClose: turnOf(DESK_MATTERS.oosToClose),
  deviationsToClose: turnOf(DESK_MATTERS.deviationsToClose),
  excursionsToDispose: turnOf(DESK_MATTERS.excursionsToDispose),
  batchesToRelease: turnOf(DESK_MATTERS.batchesToRelease),
  batchesToMarket: turnOf(DESK_MATTERS.batchesToMarket),
  ordersToConfirm: ['dispatcher', 'qualityManager'],
  tasksToAnswer: ['qualityManager'],
  deliveriesToAccept: ['qualityManager'],
  ordersToShip: ['dispatcher'],
  shipmentsToLoad: ['dispatcher', 'warehouseKeeper'],
  shipmentsComing: KEEPERS,
  offersToSign: KEEPERS,
  shipmentsCarried: ['driver', 'dispatcher'],
  shipmentsPending: [...QUALITY, 'driver', 'dispatcher'],
  stockToInspect: ['receivingInspector', ...QUALITY],
  recallsToAnswer: HOLDERS,
  drillsToAnswer: HOLDERS,
  investigations: [...QUALITY, 'inspector'],
  drills: [...QUALITY, 'inspector'],
  manifestsOpen: ['wasteKeeper', 'driver', 'escort', 'inspector'],
  differences: ['wasteKeeper'],
  incidentsToClose: ['qualityManager', 'pharmacist', 'wasteKeeper'],
  alertsToTriage: ['pharmacist', 'warehouseKeeper', ...QUALITY],
  codeConflicts: ['production', ...QUALITY],
  papersEnding: ['administrator', ...QUALITY],
  disputes: ['administrator', 'pharmacist', 'inspector', ...QUALITY],
} as const satisfies Readonly<Record<string, readonly KeyFunction[]>>;
/** Names something that may wait. */
export type MatterName = keyof typeof MATTERS;
/** All of them, in the order of the chain. */
export const MATTER_NAMES = Object.keys(MATTERS) as MatterName[];

/** Name → definition. */
export const WAITING_READS = {
  waiting: read({
    path: '/api/waiting',
    summary: "How much waits for who asks: matters of the key's functions alone, each as its list shows it",
    access: 'session',
    params: none,
    query: none,
    response: z.strictObject({
      ...asOf,
      /** What waits, in the order of the chain; of a matter that is not named there is nothing. */
      matters: z.array(z.strictObject({ name: z.enum(MATTER_NAMES), count: z.int().min(1) })),
    }),
  }),
} as const;
