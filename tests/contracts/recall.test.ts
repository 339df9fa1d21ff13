import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import { INVESTIGATION_STATES, type InvestigationState } from '@yaosu/chaincode/model/recall/states';
import { packedBatch, registeredLot } from '../support/goods.js';
import { digest, freshId } from '../support/payloads.js';
import {
  count,
  decidedMarketed,
  decision,
  investigating,
  newChain,
  openPayload,
  opened,
  response,
  sealed,
  signalPayload,
  signalled,
  stopped,
} from '../support/recall.js';
import { Stage } from '../support/stage.js';

const { Recall } = ACTS;
const closing = (investigation: string, counts: readonly object[]): Record<string, unknown> => ({
  investigation,
  report: digest('report'),
  counts,
});

describe('investigations and recalls', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.enter();
  }, 60_000);
  afterAll(() => stage.network.close());

  const stopOf = (batch: string, investigation: string): Promise<Record<string, unknown> | undefined> =>
    stage.network.state.record(`stop~${batch}~${investigation}`);

  /** Acts that each state allows, by hand; the way to that state; and a payload that would else be right. */
  const ALLOWED: Readonly<Record<InvestigationState, readonly string[]>> = {
    signalled: ['investigate'],
    investigating: ['stop', 'confirmStops', 'extend', 'seal'],
    sealed: ['confirmStops', 'decide', 'open', 'close'],
    recalling: ['confirmStops', 'close'],
    closed: [],
  };
  const into = async (state: InvestigationState): Promise<{ investigation: string; batch: string }> => {
    if (state === 'recalling') return opened(stage);
    if (state === 'sealed') return decidedMarketed(stage);
    if (state === 'closed') {
      const closed = await opened(stage);
      const counts = [{ ...count(closed.batch), reason: digest('why') }];
      await stage.must('makerQp', Recall.close, closing(closed.investigation, counts));
      return closed;
    }
    const { batch } = await packedBatch(stage);
    if (state === 'signalled') return { investigation: await signalled(stage, batch), batch };
    const investigation = await investigating(stage, batch, 'makerQp');
    await stage.must('makerQp', Recall.stop, { investigation, batches: [batch] });
    return { investigation, batch };
  };
  const payloadOf = (act: string, investigation: string, batch: string): Record<string, unknown> =>
    ({
      investigate: { investigation, roots: [batch] },
      stop: { investigation, batches: [batch] },
      confirmStops: { investigation, batches: [batch] },
      extend: { investigation, edges: [{ from: batch, to: freshId() }] },
      seal: { investigation, members: [batch] },
      decide: { investigation, decisions: [decision(batch, 'inScope')] },
      open: openPayload(investigation),
      close: closing(investigation, [{ ...count(batch), reason: digest('why') }]),
    })[act] ?? {};
  const send = (act: string, payload: Record<string, unknown>): Promise<string> => {
    if (act === 'extend' || act === 'seal') return stage.sendAsHost('RegulatorMSP', Recall[act], payload);
    const name = act === 'confirmStops' ? 'drugInspector' : 'makerQp';
    return stage.send(name, Recall[act as 'stop'], payload);
  };
  const acts = ['investigate', 'stop', 'confirmStops', 'extend', 'seal', 'decide', 'open', 'close'];
  test.each(INVESTIGATION_STATES)(
    '%s allows its acts and no other',
    async (state) => {
      const refused = await into(state);
      for (const act of acts.filter((each) => !ALLOWED[state].includes(each))) {
        const code = await send(act, payloadOf(act, refused.investigation, refused.batch));
        expect([act, code]).toEqual([act, 'STATE_WRONG']);
      }
      for (const act of ALLOWED[state]) {
        const { investigation, batch } = await into(state);
        // The batch has no children: the state allows its extension, but nothing demands it.
        const verdict = act === 'extend' ? 'STOP_NOT_DEMANDED' : 'VALID';
        expect([act, await send(act, payloadOf(act, investigation, batch))]).toEqual([act, verdict]);
      }
    },
    60_000,
  );

  test('stops level by level what grew from the root, provisional where it is another’s', async () => {
    const { root, middle, leaf } = await newChain(stage);
    const investigation = await investigating(stage, root);
    await stage.must('supplierQp', Recall.stop, { investigation, batches: [root] });
    const extend = (from: string, to: string): Promise<string> =>
      stage.sendAsHost('CdmoMSP', Recall.extend, { investigation, edges: [{ from, to }] });
    expect(await extend(middle, leaf)).toBe('STOP_NOT_DEMANDED');
    expect(await extend(root, leaf)).toBe('STOP_NOT_DEMANDED');
    expect(await extend(root, middle)).toBe('VALID');
    expect(await extend(root, middle)).toBe('STOP_NOT_DEMANDED');
    expect(await extend(middle, leaf)).toBe('VALID');
    expect(await stopOf(root, investigation)).toMatchObject({ provisional: false, lifted: false });
    expect(await stopOf(leaf, investigation)).toMatchObject({ provisional: true, lifted: false });
    await stage.must('drugInspector', Recall.confirmStops, { investigation, batches: [leaf] });
    expect(await stopOf(leaf, investigation)).toMatchObject({ provisional: false });
  });

  test('is sealed from the leaves to the root, never with an open frontier', async () => {
    const chain = await newChain(stage);
    const investigation = await stopped(stage, chain);
    const seal = (...members: readonly string[]): Promise<string> =>
      stage.sendAsHost('LogisticsMSP', Recall.seal, { investigation, members });
    const state = async (): Promise<unknown> =>
      (await stage.network.state.record(`inv~${investigation}`))?.['state'];
    expect(await seal(chain.root)).toBe('SEAL_FRONTIER_OPEN');
    expect(await seal(chain.root, chain.middle)).toBe('SEAL_FRONTIER_OPEN');
    expect(await seal(freshId())).toBe('STOP_NOT_FOUND');
    expect(await seal(chain.leaf)).toBe('VALID');
    expect(await state()).toBe('investigating');
    expect(await seal(chain.middle, chain.root)).toBe('VALID');
    expect(await state()).toBe('sealed');
  });

  test('only an excluded member is no longer stopped, and nothing ends while one is undecided', async () => {
    const chain = await newChain(stage);
    const investigation = await sealed(stage, chain);
    await stage.must('supplierQp', Recall.decide, {
      investigation,
      decisions: [decision(chain.leaf, 'excluded'), decision(chain.root, 'inScope')],
    });
    expect(await stopOf(chain.leaf, investigation)).toMatchObject({ lifted: true });
    expect(await stopOf(chain.root, investigation)).toMatchObject({ lifted: false });
    expect(await stage.send('supplierQp', Recall.close, closing(investigation, []))).toBe(
      'RECALL_MEMBER_UNDECIDED',
    );
  });

  const openings: readonly (readonly [string, object, 'makerQp' | 'drugInspector', string])[] = [
    ['ordered by the MAH', { kind: 'ordered', orderNo: 'X-1' }, 'makerQp', 'RECALL_ORDER_WRONG'],
    ['voluntary with an order', { orderNo: 'X-1' }, 'makerQp', 'RECALL_ORDER_WRONG'],
    ['voluntary by an authority', {}, 'drugInspector', 'RECALL_ORDER_WRONG'],
    ['ordered without a number', { kind: 'ordered' }, 'drugInspector', 'RECALL_ORDER_WRONG'],
    ['ordered by an authority', { kind: 'ordered', orderNo: '苏责召〔2026〕1号' }, 'drugInspector', 'VALID'],
  ];
  test.each(openings)('a recall %s', async (_, change, name, code) => {
    const { investigation } = await decidedMarketed(stage);
    expect(await stage.send(name, Recall.open, openPayload(investigation, change))).toBe(code);
  });

  test('is opened only when all is decided and something marketed is in scope', async () => {
    const chain = await newChain(stage);
    const investigation = await sealed(stage, chain);
    const open = (): Promise<string> => stage.send('makerQp', Recall.open, openPayload(investigation));
    expect(await open()).toBe('RECALL_MEMBER_UNDECIDED');
    const decisions = [chain.root, chain.middle, chain.leaf].map((batch) => decision(batch, 'inScope'));
    await stage.must('supplierQp', Recall.decide, { investigation, decisions });
    expect(await open()).toBe('RECALL_NOTHING_IN_SCOPE');
    expect(await stage.send('supplierQp', Recall.close, closing(investigation, []))).toBe('VALID');
    expect(await stopOf(chain.root, investigation)).toMatchObject({ lifted: true });
  });

  test('its clock follows the class', async () => {
    const { investigation } = await decidedMarketed(stage);
    await stage.must('makerQp', Recall.open, openPayload(investigation, { class: 'II' }));
    const recall = await stage.network.state.record(`rec~${investigation}`);
    const clock = recall?.['clock'] as { edition: string; noticeDue: string; progressEveryDays: number };
    expect(clock).toMatchObject({ edition: '2022-11-01', progressEveryDays: 3 });
    expect(Date.parse(clock.noticeDue) - Date.parse(String(recall?.['openedAt']))).toBe(3 * 86_400_000);
  });

  test('a response that does not add up is recorded with its deviation', async () => {
    const { investigation, batch } = await opened(stage);
    const respond = (counts: readonly object[]): Promise<string> =>
      stage.send('wholesalerKeeper', Recall.respond, response(investigation, counts));
    expect(await respond([count(batch)])).toBe('VALID');
    expect(await respond([count(batch, { unit: 'LTR' })])).toBe('deviating UNIT_MISMATCH');
    expect(await respond([count(batch, { lost: '1' })])).toBe('deviating RECALL_COUNT_UNBALANCED');
    expect(await respond([count(freshId())])).toBe('RECALL_BATCH_NOT_IN_SCOPE');
    expect(await stage.network.state.record(`ans~${investigation}~wholesaler`)).toMatchObject({
      stage: 'counted',
      counts: [{ lost: '1' }],
    });
  });

  const reconciliations: readonly (readonly [string, (batch: string) => readonly object[], string])[] = [
    ['nothing', () => [], 'RECALL_COUNT_INCOMPLETE'],
    ['an unexplained rest', (batch) => [{ ...count(batch), reason: null }], 'RECALL_COUNT_INCOMPLETE'],
    [
      'a wrong sum',
      (batch) => [{ ...count(batch, { used: '91' }), reason: digest('r') }],
      'RECALL_COUNT_UNBALANCED',
    ],
    ['another unit', (batch) => [{ ...count(batch, { unit: 'LTR' }), reason: digest('r') }], 'UNIT_MISMATCH'],
    [
      'another batch',
      (batch) => [{ ...count(batch), batch: freshId(), reason: digest('r') }],
      'RECALL_BATCH_NOT_IN_SCOPE',
    ],
    [
      'all accounted for',
      (batch) => [{ ...count(batch, { used: '100', unaccounted: '0' }), reason: null }],
      'VALID',
    ],
  ];
  test.each(reconciliations)('closing with %s', async (_, counts, code) => {
    const { investigation, batch } = await opened(stage);
    expect(await stage.send('makerQp', Recall.close, closing(investigation, counts(batch)))).toBe(code);
    expect(await stopOf(batch, investigation)).toMatchObject({ lifted: false });
  });

  test('refusals', async () => {
    const { batch } = await registeredLot(stage);
    expect(await stage.send('pharmacist', Recall.signal, signalPayload(freshId()))).toBe('BATCH_NOT_FOUND');
    const investigation = await investigating(stage, batch, 'makerQp');
    const again = { ...signalPayload(batch), investigation };
    expect(await stage.send('pharmacist', Recall.signal, again)).toBe('INVESTIGATION_EXISTS');
    const unknown = { investigation: freshId(), batches: [batch] };
    expect(await stage.send('makerQp', Recall.stop, unknown)).toBe('INVESTIGATION_NOT_FOUND');
    const { batch: other } = await registeredLot(stage);
    const foreign = { investigation, batches: [other] };
    expect(await stage.send('makerQp', Recall.stop, foreign)).toBe('INVESTIGATION_NO_ROOT');
    const decided = await decidedMarketed(stage);
    const stranger = { investigation: decided.investigation, decisions: [decision(other, 'inScope')] };
    expect(await stage.send('makerQp', Recall.decide, stranger)).toBe('RECALL_MEMBER_NOT_FOUND');
    expect(await stage.send('cdmoQp', Recall.stop, { investigation, batches: [batch] })).toBe(
      'PARTY_NOT_CONCERNED',
    );
    expect(await stage.send('drugInspector', Recall.confirmStops, { investigation, batches: [batch] })).toBe(
      'STOP_NOT_FOUND',
    );
  });
});
