/** The task behind the API batch: offered by the client on private terms, accepted by the CDMO, closed by the delivery. */
import { taskActs } from '@yaosu/chaincode/model/task/acts';
import type { TaskTerms } from '@yaosu/chaincode/model/task/terms';
import { toHex } from '@yaosu/chaincode/signing/bytes';
import type { Lot } from './batches.js';
import { FIRM, glnOfSite } from './cast.js';
import { COMMISSION } from './figures.js';
import type { Stage } from './stage.js';

/** Who speaks for the client and for the CDMO. */
export const CLIENT = 'maker-purchaser';
const CLIENT_QUALITY = 'maker-qm';
export const CDMO = 'cdmo-qp';
const CDMO_PRODUCTION = 'cdmo-production';
const RIVAL = 'rival-qp';

const SALT_BYTES = 16;
const DAYS_TO_DELIVER = 30;

/** Terms with a word that nobody but the two may ever see. */
export const termsOf = (stage: Stage): TaskTerms => ({
  price: { amount: COMMISSION.price, currency: 'CNY' },
  yield: { floorPercent: COMMISSION.floorPercent },
  compensation: COMMISSION.compensation,
  clauses: [
    { title: '产品与质量标准', words: '盐酸依沙嗪原料药，执行 YBH 04172026，附检验报告书。' },
    { title: '保密', words: `canary-terms-${stage.run}` },
  ],
});

/** Seals terms and signs what was sealed. @returns what the offer says of them */
const sealTerms = async (stage: Stage, terms: TaskTerms): Promise<{ salt: string; terms: object }> => {
  const { client } = await stage.as(CLIENT);
  const salt = toHex(stage.ports.randomBytes(SALT_BYTES));
  const digests = await client.call('sealTerms', { cdmo: FIRM.cdmo, salt, terms });
  await stage.send(CLIENT, taskActs.sealTerms, { client: FIRM.maker, cdmo: FIRM.cdmo, terms: digests });
  return { salt, terms: digests };
};

/** The client offers, the CDMO reads the terms, accepts and begins. @returns the task */
export const commission = async (stage: Stage): Promise<string> => {
  const terms = termsOf(stage);
  const sealed = await sealTerms(stage, terms);
  const task = stage.newId();
  await stage.send(CLIENT, taskActs.offer, {
    task,
    client: FIRM.maker,
    cdmo: FIRM.cdmo,
    site: glnOfSite(FIRM.cdmo),
    material: stage.digest('API-IXZ'),
    quantity: COMMISSION.ordered,
    unit: 'KGM',
    startOn: stage.day(0),
    deliverBy: stage.day(DAYS_TO_DELIVER),
    qualityAgreement: stage.digest('quality agreement 委托生产质量协议'),
    terms: sealed.terms,
  });
  for (const login of [CLIENT, CDMO]) {
    const { client } = await stage.as(login);
    const read = await client.read('taskTerms', { id: task });
    stage.same(`terms as ${login} reads them`, [read.proved, read.terms], [true, terms]);
  }
  await stage.send(CDMO, taskActs.accept, { task });
  await stage.send(CDMO_PRODUCTION, taskActs.report, { task, stage: 'inProduction', made: null });
  await prove(stage, { task, salt: sealed.salt, terms });
  return task;
};

/** Revealed terms are proved to anybody; with one figure changed they are not. */
const prove = async (
  stage: Stage,
  revealed: { readonly task: string; readonly salt: string; readonly terms: TaskTerms },
): Promise<void> => {
  const { client } = await stage.as(RIVAL);
  const { terms } = revealed;
  const other = { ...terms, price: { ...terms.price, amount: COMMISSION.otherPrice } };
  const asked = [revealed, { ...revealed, terms: other }, { ...revealed, task: stage.newId() }];
  const verdicts = await Promise.all(asked.map((each) => client.call('verifyTerms', each)));
  stage.same(
    'terms as they were, with another price, of another task',
    verdicts.map(({ proved }) => proved),
    COMMISSION.proved,
  );
};

/** The CDMO delivers what it made for the task; the client accepts, and nobody owes anything. */
export const deliverTask = async (stage: Stage, task: string, lot: Lot): Promise<void> => {
  const lines = [{ batch: lot.batch, quantity: COMMISSION.ordered, unit: lot.unit }];
  await stage.send(CDMO, taskActs.deliver, { task, lines });
  await stage.send(CLIENT_QUALITY, taskActs.acceptDelivery, { task });
  const { client } = await stage.as(CLIENT);
  const { compensation } = await client.read('taskTerms', { id: task });
  stage.same('value and compensation', [compensation?.value, compensation?.total], COMMISSION.owed);
  stage.same('the task', (await client.read('task', { id: task })).task.state, COMMISSION.state);
};
