import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { documentDigests, documentGrant, publishPayload, published } from '../support/documents.js';
import { digest } from '../support/payloads.js';
import { stockedLot, type Lot } from '../support/shipments.js';
import { Stage } from '../support/stage.js';

const { publish, supersede, revoke, grant, withdraw } = ACTS.Document;

describe('documents', () => {
  let stage: Stage;
  let lot: Lot;
  beforeAll(async () => {
    stage = await Stage.enter();
    lot = await stockedLot(stage);
  });
  afterAll(() => stage.network.close());

  const replaced = async (): Promise<string> => {
    const document = await published(stage);
    await stage.must('makerQuality', supersede, { document, replacement: documentDigests() });
    return document;
  };
  const revoked = async (): Promise<string> => {
    const document = await published(stage);
    await stage.must('makerQuality', revoke, { document, reason: digest('reason') });
    return document;
  };
  const STATES = { published: () => published(stage), superseded: replaced, revoked } as const;
  type State = keyof typeof STATES;
  const STEPS: Readonly<
    Record<string, readonly [Act, (document: string) => Record<string, unknown>, readonly State[]]>
  > = {
    supersede: [supersede, (document) => ({ document, replacement: documentDigests() }), ['published']],
    revoke: [revoke, (document) => ({ document, reason: digest('reason') }), ['published', 'superseded']],
    grant: [grant, (document) => documentGrant(document), ['published', 'superseded']],
  };
  const cells = Object.entries(STEPS).flatMap(([step, [act, payloadOf, allowed]]) =>
    (Object.keys(STATES) as State[]).map((state) => ({ step, state, act, payloadOf, allowed })),
  );
  test.each(cells)('$step from $state', async ({ state, act, payloadOf, allowed }) => {
    const payload = payloadOf(await STATES[state]());
    expect(await stage.send('makerQuality', act, payload)).toBe(
      allowed.includes(state) ? 'VALID' : 'STATE_WRONG',
    );
  });

  test.each([...(Object.keys(STATES) as State[])])('withdraw from %s is VALID', async (state) => {
    const document = await published(stage);
    await stage.must('makerQuality', grant, documentGrant(document));
    const [act, payloadOf] = STEPS[state === 'superseded' ? 'supersede' : 'revoke'] ?? [revoke, () => ({})];
    if (state !== 'published') await stage.must('makerQuality', act, payloadOf(document));
    expect(await stage.send('makerQuality', withdraw, { document, enterprise: 'cdmo' })).toBe('VALID');
  });

  test('the old one names the new one, which is of the same kind', async () => {
    const document = await published(stage, { kind: 'testResults', batch: lot.batch });
    const replacement = documentDigests();
    await stage.must('makerQuality', supersede, { document, replacement });
    const { state } = stage.network;
    const old = await state.record(`doc~${document}`);
    expect(old).toMatchObject({ state: 'superseded', supersededBy: replacement['document'] });
    const renewed = await state.record(`doc~${String(replacement['document'])}`);
    expect(renewed).toMatchObject({ state: 'published', kind: 'testResults', batch: lot.batch });
  });

  test('a grant is withdrawn once, and can be given again', async () => {
    const document = await published(stage);
    const withdrawal = { document, enterprise: 'cdmo' };
    expect(await stage.send('makerQuality', withdraw, withdrawal)).toBe('DOCUMENT_GRANT_NOT_FOUND');
    await stage.must('makerQuality', grant, documentGrant(document));
    expect(await stage.send('makerQuality', withdraw, withdrawal)).toBe('VALID');
    expect(await stage.send('makerQuality', withdraw, withdrawal)).toBe('DOCUMENT_GRANT_NOT_FOUND');
    expect(await stage.send('makerQuality', grant, documentGrant(document))).toBe('VALID');
  });

  const past = '2020-01-01T00:00:00.000Z';
  const refusals: readonly (readonly [string, Act, () => Promise<Record<string, unknown>>, string])[] = [
    [
      'publish without a wrap for the drug authorities',
      publish,
      () =>
        Promise.resolve(
          publishPayload({ escrows: [{ subject: 'drug', keyId: digest('x'), wrapDigest: digest('w') }] }),
        ),
      'ESCROW_MISSING',
    ],
    [
      'replace by one without a wrap',
      supersede,
      async () => ({
        document: await published(stage),
        replacement: documentDigests({
          escrows: [{ subject: 'health', keyId: digest('x'), wrapDigest: digest('w') }],
        }),
      }),
      'ESCROW_MISSING',
    ],
    [
      'publish an identity',
      publish,
      () => Promise.resolve(publishPayload({ kind: 'batchIdentity' })),
      'INPUT_INVALID',
    ],
    [
      'publish about a batch that is none',
      publish,
      () => Promise.resolve(publishPayload({ batch: digest('none') })),
      'BATCH_NOT_FOUND',
    ],
    [
      'publish twice',
      publish,
      async () => publishPayload({ document: await published(stage) }),
      'DOCUMENT_EXISTS',
    ],
    [
      'replace by one that is there',
      supersede,
      async () => ({
        document: await published(stage),
        replacement: documentDigests({ document: await published(stage) }),
      }),
      'DOCUMENT_EXISTS',
    ],
    [
      'replace an identity',
      supersede,
      () => Promise.resolve({ document: lot.document, replacement: documentDigests() }),
      'DOCUMENT_IS_IDENTITY',
    ],
    [
      'revoke an identity',
      revoke,
      () => Promise.resolve({ document: lot.document, reason: digest('reason') }),
      'DOCUMENT_IS_IDENTITY',
    ],
    [
      'revoke one that is none',
      revoke,
      () => Promise.resolve({ document: digest('none'), reason: digest('reason') }),
      'DOCUMENT_NOT_FOUND',
    ],
    [
      'grant to nobody',
      grant,
      async () => documentGrant(await published(stage), { enterprise: 'nobody' }),
      'ENTERPRISE_NOT_FOUND',
    ],
    [
      'grant until yesterday',
      grant,
      async () => documentGrant(await published(stage), { until: past }),
      'DOCUMENT_GRANT_PERIOD_WRONG',
    ],
  ];
  test.each(refusals)('%s is refused', async (_, act, payloadOf, code) => {
    expect(await stage.send('makerQuality', act, await payloadOf())).toBe(code);
  });

  test('nobody touches the document of another', async () => {
    const document = await published(stage);
    const send = (act: Act, payload: Record<string, unknown>): Promise<string> =>
      stage.send('rivalAll', act, payload);
    expect(await send(revoke, { document, reason: digest('reason') })).toBe('ENTERPRISE_FOREIGN');
    expect(await send(grant, documentGrant(document, { enterprise: 'rival' }))).toBe('ENTERPRISE_FOREIGN');
  });

  test('about a batch publishes whom it concerns, or who may read what it is', async () => {
    const about = (): Record<string, unknown> => publishPayload({ kind: 'photo', batch: lot.batch });
    expect(await stage.send('makerQuality', publish, about())).toBe('VALID');
    expect(await stage.send('cdmoQp', publish, about())).toBe('PARTY_NOT_CONCERNED');
    const until = new Date(Date.now() + 60_000).toISOString();
    await stage.must('makerQuality', grant, documentGrant(lot.document, { until }));
    expect(await stage.send('cdmoQp', publish, about())).toBe('VALID');
    await stage.must('makerQuality', withdraw, { document: lot.document, enterprise: 'cdmo' });
    expect(await stage.send('cdmoQp', publish, about())).toBe('PARTY_NOT_CONCERNED');
  });
});
