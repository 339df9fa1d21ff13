import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import { dayOf, daysLater } from '@yaosu/chaincode/model/kernel/time';
import { orderActs } from '@yaosu/chaincode/model/order/acts';
import { VALIDITY_READS, type PaperView } from '../api/validity.js';
import { systemPorts } from '../ports.js';
import { approve } from '../story/approved-list.js';
import { FIRM, glnOfSite } from '../story/cast.js';
import { Stage } from '../story/stage.js';
import { newTestGateway, type TestGateway } from '../testing/test-gateway.js';

const FOR_EVER = '2099-12-31';

describe('what runs out', () => {
  let gateway: TestGateway;
  let stage: Stage;
  const today = dayOf(new Date().toISOString());
  const papersOf = async (login: string, query: object = {}): Promise<readonly PaperView[]> =>
    (await (await stage.as(login)).client.read('validity', {}, query)).papers;
  const numbersOf = async (login: string, query: object = {}) =>
    (await papersOf(login, query)).map(({ number }) => number);
  /** Papers that are counted at a login's home. */
  const atHome = async (login: string): Promise<number | undefined> => {
    const { matters } = await (await stage.as(login)).client.read('waiting', {});
    return matters.find(({ name }) => name === 'papersEnding')?.count;
  };
  const addLicence = (number: string, notBefore: string, notAfter: string): Promise<unknown> =>
    stage.send('drug-inspector', enterpriseActs.addLicence, {
      enterprise: FIRM.lapsedSupplier,
      number,
      kind: 'materialRegistration',
      scope: ['startingMaterial'],
      sites: [glnOfSite(FIRM.lapsedSupplier)],
      notBefore,
      notAfter,
      issuedBy: 'NMPA',
      evidence: stage.digest(number),
    });

  beforeAll(async () => {
    gateway = await newTestGateway();
    stage = await Stage.open(gateway.url, systemPorts);
  }, 120_000);
  afterAll(() => gateway.remove());

  it('is nobody else’s: a supplier that the firm does not deal with is not named', async () => {
    expect(await papersOf('cdmo-purchaser', { whose: 'partner', until: FOR_EVER })).toEqual([]);
    expect(await numbersOf('cdmo-purchaser', { whose: 'own', until: '2030-01-01' })).toEqual(
      expect.arrayContaining(['SL20210303', 'GMP-2022-0303']),
    );
  });

  it('names a partner’s licence that is over, the act that it blocks, and the audit that is due', async () => {
    await approve(stage, FIRM.lapsedSupplier);
    const answer = await (
      await stage.as('cdmo-qp')
    ).client.read('validity', {}, { until: daysLater(today, 300) });
    expect(VALIDITY_READS.validity.response.safeParse(answer)).toMatchObject({ success: true });
    expect(answer.papers).toMatchObject([
      {
        kind: 'materialRegistration',
        number: 'DJ-2021-0202',
        firm: FIRM.lapsedSupplier,
        whose: 'partner',
        validUntil: '2025-06-30',
        blocks: [{ act: 'Order.place', effect: 'refused', records: [] }],
      },
      { kind: 'supplierAudit', firm: FIRM.lapsedSupplier, whose: 'own', daysLeft: 300, blocks: [] },
    ]);
    expect(answer.papers[0]?.daysLeft).toBeLessThan(-500);
    expect(await papersOf('rival-qp', { until: daysLater(today, 300) })).toEqual([]);
  });

  it('is not shown when it is renewed, and its end tells of orders that are open', async () => {
    const until = daysLater(today, 20);
    await addLicence('DJ-NEW-1', daysLater(today, -1), until);
    const order = stage.newId();
    await stage.send('cdmo-purchaser', orderActs.place, {
      order,
      buyer: FIRM.cdmo,
      supplier: FIRM.lapsedSupplier,
      site: glnOfSite(FIRM.lapsedSupplier),
      approval: stage.digest(`entry ${FIRM.lapsedSupplier}`),
      lines: [{ material: stage.digest('2-chlorophenothiazine'), quantity: '100', unit: 'KGM' }],
      requiredBy: daysLater(today, 60),
    });
    expect(await papersOf('cdmo-qp', { until })).toMatchObject([
      {
        number: 'DJ-NEW-1',
        daysLeft: 20,
        blocks: [{ act: 'Order.place', records: [{ key: `order~${order}`, name: null, isNext: false }] }],
      },
    ]);
    expect(await papersOf('cdmo-qp', { until: daysLater(today, 19) })).toEqual([]);
    for (const login of ['cdmo-qp', 'cdmo-admin']) expect(await atHome(login)).toBe(1);
    for (const login of ['cdmo-purchaser', 'rival-qp']) expect(await atHome(login)).toBeUndefined();
    await addLicence('DJ-NEW-2', daysLater(today, 21), daysLater(today, 900));
    expect(await papersOf('cdmo-qp', { until, whose: 'partner' })).toEqual([]);
    expect(await atHome('cdmo-qp')).toBeUndefined();
  });

  it('is paged, the soonest first, and narrowed by kind', async () => {
    const query = { until: FOR_EVER };
    const whole = await papersOf('cdmo-qp', query);
    expect(whole.map(({ validUntil }) => validUntil)).toEqual(
      whole.map(({ validUntil }) => validUntil).sort(),
    );
    const { client } = await stage.as('cdmo-qp');
    const found: PaperView[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await client.read('validity', {}, { ...query, limit: 1, cursor });
      found.push(...page.papers);
      cursor = page.next;
    }
    expect(found).toEqual(whole);
    expect(whole.length).toBeGreaterThan(3);
    const keys = await papersOf('cdmo-qp', { ...query, kind: 'key' });
    expect(keys.map(({ whose, firm }) => `${whose} ${firm}`)).toEqual(keys.map(() => `own ${FIRM.cdmo}`));
    const qp = keys.find(({ blocks }) => blocks.some(({ act }) => act === 'Batch.releaseFromSite'));
    expect(qp?.functions).toContain('qualifiedPerson');
    expect(qp?.blocks).toContainEqual({ act: 'Batch.releaseFromSite', effect: 'refused', records: [] });
  });

  it.each([{ cursor: 'nonsense' }, { until: '2026-02-30' }, { kind: 'passport' }, { whose: 'rival' }])(
    'refuses %j',
    async (query) => {
      await expect(papersOf('cdmo-qp', query)).rejects.toMatchObject({ code: 'QUERY_INVALID' });
    },
  );

  it('is not told without a session', async () => {
    expect((await fetch(`${gateway.url}/api/validity`)).status).toBe(401);
  });
});
