/** Act 2: a task on private terms, the API batch of both lots, its waste, its release by three people, and who may know of it. */
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import {
  acceptStock,
  lotOfRun,
  registerBatch,
  standingOf,
  stockOf,
  testAndRelease,
  type Lot,
} from '../batches.js';
import { FIRM } from '../cast.js';
import { commission, deliverTask, termsOf } from '../commission.js';
import { deliver, receiveForUse } from '../deliveries.js';
import { API_BATCH, COMMISSION, SOLVENT } from '../figures.js';
import { contentOf, grant, publish } from '../papers.js';
import { assertUnknown, wordsFound } from '../secrecy.js';
import { personsByAct } from '../signers.js';
import { fillDrum } from '../spent-solvent.js';
import { STAFF } from '../staff.js';
import type { Stage } from '../stage.js';
import { given, type World } from '../world.js';
import type { StoryAct } from './index.js';

const { cdmo, maker } = STAFF;
const RIVAL = 'rival-qp';

const IDENTITY = {
  name: '盐酸依沙嗪 ixazine hydrochloride',
  product: 'API-IXZ',
  lot: 'QT-API-01',
  specification: 'YBH 04172026',
} as const;
const DRAFT = { kind: 'api', unit: 'KGM', storage: 'ambient', mah: FIRM.maker } as const;

/** Both lots go in; the yield is within its limits, so that no deviation opens. */
const make = async (stage: Stage, world: World): Promise<Lot> => {
  const { first, second } = given(world, 'materials');
  const lot = await registerBatch(stage, { ...DRAFT, staff: cdmo, identity: IDENTITY, usableDays: 1_000 });
  const { result } = await stage.send(cdmo.production, batchActs.transform, {
    batch: lot.batch,
    quantity: API_BATCH.made,
    unit: lot.unit,
    inputs: [first, second].map(({ batch, unit }) => ({
      batch,
      quantity: API_BATCH.input,
      unit,
      site: cdmo.site,
      kind: 'use',
    })),
    theoretical: API_BATCH.theoretical,
    yieldLimits: API_BATCH.yieldLimits,
    losses: [{ reason: 'process', quantity: API_BATCH.lost }],
    approval: null,
  });
  stage.same('deviation of the yield', result['deviation'], API_BATCH.deviation);
  return lot;
};

const RELEASE_ACTS = ['Quality.result', 'Quality.review', 'Batch.releaseFromSite'] as const;

const release = async (stage: Stage, lot: Lot): Promise<void> => {
  await testAndRelease(stage, lot, API_BATCH.sampled, true);
  await acceptStock(stage, lot, API_BATCH.inStock);
  stage.same('API batch', await standingOf(stage, cdmo.releaser, lot.batch), ['released', 'none']);
  stage.same('API in stock', await stockOf(stage, cdmo.keeper, lot.batch), [
    ['acceptable', API_BATCH.inStock, lot.unit],
  ]);
  const persons = await personsByAct(stage, cdmo.releaser, lot.batch, RELEASE_ACTS);
  stage.same('analyst, reviewer and qualified person', new Set(persons).size, API_BATCH.people);
};

/** Batch record and results, each with a word that no stranger may ever see. */
const papersOf = (stage: Stage): readonly (readonly [string, Record<string, unknown>])[] => [
  [
    'batchRecord',
    {
      title: '批生产记录 batch record',
      lot: lotOfRun(stage, IDENTITY.lot),
      canary: `canary-record-${stage.run}`,
    },
  ],
  ['testResults', { title: '检验结果 test results', assay: '99.2 %', canary: `canary-results-${stage.run}` }],
];

/** Published about the batch and granted to the client alone, who reads what was written. */
const tellClient = async (stage: Stage, lot: Lot): Promise<readonly string[]> => {
  const documents: string[] = [];
  for (const [kind, content] of papersOf(stage)) {
    const document = await publish(stage, cdmo.releaser, { kind, batch: lot.batch }, content);
    await grant(stage, cdmo.releaser, document, FIRM.maker);
    stage.same(`${kind} as the client reads it`, await contentOf(stage, maker.releaser, document), content);
    documents.push(document);
  }
  return documents;
};

/** A rival under the client's own host learns nothing: equal bytes, and none of our words anywhere. */
const tellNobodyElse = async (
  stage: Stage,
  lot: Lot,
  task: string,
  documents: readonly string[],
): Promise<string> => {
  const all = [...documents, lot.identity];
  const compared = await assertUnknown(stage, RIVAL, { batch: lot.batch, task, documents: all });
  const words = [
    ...[...papersOf(stage)].map(([, { canary }]) => String(canary)),
    ...termsOf(stage).clauses.map((clause) => clause.words),
    lotOfRun(stage, IDENTITY.lot),
    IDENTITY.product,
    IDENTITY.name,
    IDENTITY.specification,
  ].sort();
  const txIds = stage.played.map(({ txId }) => txId);
  const scan = { batch: lot.batch, documents: all, task, txIds, words };
  const rival = await wordsFound(stage, RIVAL, scan);
  stage.same('our words in answers to the rival', rival.found, []);
  // The same search finds every word where it may be read, so it can find.
  stage.same('our words in our own answers', (await wordsFound(stage, cdmo.releaser, scan)).found, words);
  return `the rival: ${String(compared)} answers equal to those about a random id, 0 of ${String(words.length)} words in ${String(rival.answers)} answers`;
};

/** The client buys of it and releases its own lot for use. */
const sell = async (stage: Stage, lot: Lot): Promise<Lot> => {
  const loads = [{ lot, quantity: API_BATCH.sold }];
  const noteNo = `QT-${stage.run}`;
  const way = { from: cdmo, to: maker, loads, shipment: stage.newId(), order: null, noteNo };
  await deliver(stage, way);
  const identity = { ...IDENTITY, lot: 'AH-API-01' };
  const draft = { ...DRAFT, staff: maker, identity, receivedFrom: lot, usableDays: 990 };
  const own = await receiveForUse(stage, way, draft, API_BATCH.sampled);
  stage.same('API that the CDMO has left', await stockOf(stage, cdmo.keeper, lot.batch), [
    ['acceptable', API_BATCH.left, lot.unit],
  ]);
  stage.same("API in the client's stock", await stockOf(stage, maker.keeper, own.batch), [
    ['acceptable', API_BATCH.usableAtMaker, lot.unit],
  ]);
  return own;
};

const play = async (stage: Stage, world: World): Promise<readonly string[]> => {
  const task = await commission(stage);
  world.task = task;
  const lot = await make(stage, world);
  world.drum = await fillDrum(stage, lot.batch);
  await release(stage, lot);
  const { client } = await stage.as(cdmo.releaser);
  const { batches } = await client.read('trail', { id: lot.batch });
  stage.same('lots behind the API batch', batches.length - 1, API_BATCH.parents);
  const documents = await tellClient(stage, lot);
  const secrecy = await tellNobodyElse(stage, lot, task, documents);
  world.api = lot;
  world.apiAtMaker = await sell(stage, lot);
  await deliverTask(stage, task, lot);
  return [
    `${COMMISSION.ordered} kg commissioned on terms that client and CDMO alone can read, proved to a third, delivered and accepted`,
    `${API_BATCH.made} kg of ${API_BATCH.theoretical} kg, yield within limits; spent solvent ${SOLVENT.filledGrams} g in a coded drum`,
    'analyst, reviewer and qualified person are three people; batch record and results read by the client alone',
    secrecy,
    `${API_BATCH.sold} kg sold to the client, who released its own lot of it for use`,
  ];
};

/** Act 2. */
export const api: StoryAct = { number: 2, title: 'API batch', play };
