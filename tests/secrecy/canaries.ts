/** Act 2 once more, with the same word in every text that the CDMO writes about its batch. */
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import { documentActs } from '@yaosu/chaincode/model/document/acts';
import { qualityActs } from '@yaosu/chaincode/model/quality/acts';
import { wasteActs } from '@yaosu/chaincode/model/waste/acts';
import { foreignHash } from '@yaosu/chaincode/signing/code-hash';
import {
  acceptStock,
  registerBatch,
  reviewBatch,
  takeSample,
  testAndRelease,
  type Lot,
  type LotDraft,
} from '@yaosu/gateway/story/batches';
import { FIRM, glnOfSite } from '@yaosu/gateway/story/cast';
import { deliver, receiveForUse } from '@yaosu/gateway/story/deliveries';
import { writeLoggerExport } from '@yaosu/gateway/story/logger-export';
import { contentOf, grant, publish } from '@yaosu/gateway/story/papers';
import { STAFF } from '@yaosu/gateway/story/staff';
import type { Stage } from '@yaosu/gateway/story/stage';
import type { Needle } from './needle.js';

const { cdmo, maker } = STAFF;
const WASTE = 'cdmo-waste';
const MINUTE_MS = 60_000;

/** What the act has left. */
export interface Told {
  readonly batches: readonly string[];
  readonly documents: readonly string[];
  /** What the client read of a document. */
  readonly asRead: readonly string[];
}

const identity = (needle: Needle, lot: string): LotDraft['identity'] => ({
  name: needle.about('name'),
  product: needle.about('product'),
  lot: needle.about(lot),
  specification: needle.about('specification'),
});

const drafted = (needle: Needle, kind: LotDraft['kind'], lot: string): LotDraft => ({
  staff: cdmo,
  kind,
  identity: identity(needle, lot),
  unit: 'KGM',
  storage: 'ambient',
  mah: kind === 'api' ? FIRM.maker : null,
  ...(kind === 'api' ? {} : { made: '100' }),
  usableDays: 700,
});

/** A result that fails, the deviation that follows and its closing: all in words of the laboratory. */
const investigate = async (stage: Stage, needle: Needle, lot: Lot): Promise<void> => {
  const sample = await takeSample(stage, lot, '0.1', true);
  const words = (what: string): string => stage.digest(needle.about(what));
  const { cmd: record } = await stage.send(cdmo.analyst, qualityActs.result, {
    batch: lot.batch,
    sample: sample.cmd,
    parameter: words('parameter'),
    method: words('method'),
    verdict: 'fail',
    value: words('value'),
    limit: words('limit'),
  });
  const report = words('investigation');
  const closing = { batch: lot.batch, record, conclusion: 'noImpact', report };
  await stage.send(cdmo.releaser, qualityActs.close, closing);
  await reviewBatch(stage, lot);
};

const wasteOf = async (stage: Stage, needle: Needle, batch: string): Promise<void> => {
  const stream = stage.newId();
  await stage.send(WASTE, wasteActs.registerStream, {
    stream,
    generator: FIRM.cdmo,
    site: glnOfSite(FIRM.cdmo),
    code: '900-402-06',
    edition: '2025',
    form: 'liquid',
    hazards: ['T', 'I'],
    hazardous: true,
    dangerousClass: '3',
    operator: FIRM.cdmo,
    details: stage.digest(needle.about('stream')),
  });
  const drum = foreignHash(needle.about('drum'));
  await stage.send(WASTE, wasteActs.open, { drum, kind: 'drum', stream, tare: '18000' });
  await stage.send(WASTE, wasteActs.fill, { drum, grams: '1000', sources: [batch] });
};

/** Papers with the word as a key, as a value and deep within. */
const papersOf = (needle: Needle): readonly Record<string, unknown>[] => [
  { title: needle.about('record'), steps: [{ [needle.about('step')]: [needle.about('reading')] }] },
  { title: needle.about('results'), assay: { text: needle.about('assay'), unit: '%' } },
];

/** The upload answers with the serial that it read; the original goes into the vault and is published. */
const uploadExport = async (stage: Stage, needle: Needle, batch: string): Promise<string> => {
  const startMs = Math.floor(stage.ports.clock.nowMs() / MINUTE_MS) * MINUTE_MS - 600 * MINUTE_MS;
  const trip = { serial: needle.word, startMs, intervalMinutes: 5, values: [500, 510, 490] };
  const { client } = await stage.as(cdmo.releaser);
  const file = new TextEncoder().encode(writeLoggerExport(trip));
  const { document } = await client.upload('loggerExport', new Uint8Array(file));
  await stage.send(cdmo.releaser, documentActs.publish, { ...document, kind: 'loggerExport', batch });
  return document.document;
};

/** Requests that are refused, with the word wherever a client can put one. */
const refusedAsks = async (stage: Stage, needle: Needle): Promise<void> => {
  const { token } = await stage.as(cdmo.releaser);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const word = encodeURIComponent(needle.about('request'));
  const body = JSON.stringify({ salt: needle.word, content: needle.word });
  const post = (path: string, text: string): Promise<Response> =>
    fetch(`${stage.url}${path}`, { method: 'POST', headers, body: text });
  const answers = await Promise.all([
    fetch(`${stage.url}/api/batches/${word}`, { headers }),
    fetch(`${stage.url}/api/batches?cursor=${word}`, { headers }),
    fetch(`${stage.url}/${word}`, { headers }),
    post('/api/vault/documents', body),
    post('/api/vault/documents', `{"broken": "${needle.word}`),
    post('/api/commands/Batch/register', JSON.stringify({ envelope: needle.word })),
    fetch(`${stage.url}/api/telemetry/exports`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'text/plain' },
      body: needle.about('no export'),
    }),
  ]);
  for (const { status } of answers) stage.same('a refused request', status >= 400 && status < 500, true);
};

/** Makes, tests, releases, describes and sells an API batch; the client reads of it what it was granted. */
export const tellInWords = async (stage: Stage, needle: Needle): Promise<Told> => {
  const material = await registerBatch(stage, drafted(needle, 'startingMaterial', 'input'));
  await acceptStock(stage, material, '100');
  await testAndRelease(stage, material, '0.1', true);
  const lot = await registerBatch(stage, drafted(needle, 'api', 'lot'));
  await stage.send(cdmo.production, batchActs.transform, {
    batch: lot.batch,
    quantity: '90',
    unit: lot.unit,
    inputs: [{ batch: material.batch, quantity: '95', unit: 'KGM', site: cdmo.site, kind: 'use' }],
    theoretical: '90',
    yieldLimits: { lower: 9_000, upper: 10_200 },
    losses: [{ reason: 'process', quantity: '5' }],
    approval: null,
  });
  await wasteOf(stage, needle, lot.batch);
  await investigate(stage, needle, lot);
  await testAndRelease(stage, lot, '0.1', true);
  await acceptStock(stage, lot, '89.8');
  const documents: string[] = [lot.identity, await uploadExport(stage, needle, lot.batch)];
  const asRead: string[] = [];
  for (const content of papersOf(needle)) {
    const document = await publish(stage, cdmo.releaser, { kind: 'batchRecord', batch: lot.batch }, content);
    await grant(stage, cdmo.releaser, document, FIRM.maker);
    asRead.push(JSON.stringify(await contentOf(stage, maker.releaser, document)));
    documents.push(document);
  }
  const noteNo = `C-${stage.run}`;
  const loads = [{ lot, quantity: '50' }];
  const way = { from: cdmo, to: maker, loads, shipment: stage.newId(), order: null, noteNo };
  await deliver(stage, way);
  const own = { ...drafted(needle, 'api', 'own'), staff: maker, receivedFrom: lot, usableDays: 690 };
  const received = await receiveForUse(stage, way, own, '0.1');
  await refusedAsks(stage, needle);
  return { batches: [material.batch, lot.batch, received.batch], documents, asRead };
};
