import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { codeActs } from '@yaosu/chaincode/model/code/acts';
import { gs1Linkset } from '../api/linkset.js';
import { newTestGateway, type Actor, type TestGateway } from '../testing/test-gateway.js';

const GTIN = '06901004000215';
const KEY = `/01/${GTIN}`;
const link = (linktype: string, href: string, hreflang: readonly string[] = ['en']) => ({
  ...{ linktype, href, title: `to ${href}` },
  hreflang: [...hreflang],
});

describe('the resolver of a gateway', () => {
  let gateway: TestGateway;
  let maker: Actor;
  let serial: string;
  const ask = (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
    fetch(gateway.url + path, { method, headers, redirect: 'manual' });
  const upload = (
    links: readonly object[],
    qualifiers: readonly Record<string, string>[] = [],
    by = maker,
  ) => {
    const entries = [{ anchor: KEY, itemDescription: 'Anhe tablets', qualifiers, links }];
    return by.client.call('resolverEntries', { entries } as never);
  };

  beforeAll(async () => {
    gateway = await newTestGateway();
    maker = await gateway.actor('maker-production');
    const { reserve } = await maker.client.call('codeApplication', { gtin: GTIN, count: 1 });
    await maker.client.submit(codeActs.reserve, maker.sign(codeActs.reserve, reserve));
    const wanted = { gtin: GTIN, firstBlock: 0, blocks: 1, count: 1 };
    [serial = ''] = (await maker.client.call('codeList', wanted)).serials;
  });
  afterAll(() => gateway.remove());

  test('knows nothing of a key without an entry, and refuses a wrong check digit', async () => {
    expect((await ask('/01/06901005000214')).status).toBe(404);
    expect((await ask('/01/06901004000216')).status).toBe(400);
    expect((await ask(`${KEY}/21/A/10/B`)).status).toBe(400);
  });

  test('leads to the page of a pack that was issued here; its language as asked', async () => {
    const answer = await ask(`${KEY}/21/${serial}`, { 'accept-language': 'en-GB' });
    expect(answer.status).toBe(307);
    expect(answer.headers.get('location')).toBe(`${gateway.url}/verify${KEY}/21/${serial}?lang=en`);
    const page = await (await fetch(answer.headers.get('location') ?? '')).text();
    expect(page).toContain('no pack that left the maker is recorded with it');
    expect(page.toLowerCase()).not.toContain('genuine');
    expect(page).not.toContain('<script');
    const chinese = await (await ask(`/verify${KEY}/10/L1/21/${serial}`)).text();
    expect(chinese).toContain('该码已申领');
  });

  test('a made-up serial and one of another firm are answered alike', async () => {
    const of = async (code: string) => (await ask(`/api/packs/${encodeURIComponent(code)}`)).text();
    const madeUp = await of(`(01)${GTIN}(21)ABCDEFGHJKLM`);
    expect(await of(`(01)06901005000214(21)${serial}`)).toBe(madeUp);
    expect(JSON.parse(madeUp)).toMatchObject({ status: 'notKnown', issuer: null });
    const known: unknown = JSON.parse(await of(`(01)${GTIN}(21)${serial}`));
    expect(known).toMatchObject({ status: 'notUsed', recalls: [] });
  });

  test('takes entries of the owner of the company prefix only', async () => {
    const rival = await gateway.actor('rival-production');
    const refused = upload([link('gs1:pip', 'https://rival.example/')], [], rival);
    await expect(refused).rejects.toMatchObject({ code: 'PREFIX_FOREIGN' });
    expect((await ask(`${KEY}?linkType=gs1:pip`)).status).toBe(404);
  });

  test('serials are applied for by the owner of the company prefix only', async () => {
    const rival = await gateway.actor('rival-production');
    const apply = (gtin: string) => rival.client.call('codeApplication', { gtin, count: 1 });
    await expect(apply(GTIN)).rejects.toMatchObject({ code: 'PREFIX_FOREIGN' });
    await expect(apply('06999999000013')).rejects.toMatchObject({ code: 'PREFIX_FOREIGN' });
    expect((await apply('06901005000214')).reserve.companyPrefix).toBe('6901005');
  });

  test('calls of one address have a limit, for the resolver and for pages of packs', async () => {
    const limited = await newTestGateway({ environment: { YAOSU_PUBLIC_CALLS_PER_MINUTE: '2' } });
    try {
      const calls = async (path: string) => {
        const answers = [];
        for (let i = 0; i < 3; i += 1) answers.push(await fetch(limited.url + path, { redirect: 'manual' }));
        return answers;
      };
      const resolved = await calls(KEY);
      expect(resolved.map(({ status }) => status)).toEqual([404, 404, 429]);
      expect(Number(resolved[2]?.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(resolved[2]?.headers.get('access-control-allow-origin')).toBe('*');
      expect(await resolved[2]?.json()).toMatchObject({ code: 'RATE_LIMITED', status: 429 });
      const pages = await calls(`/verify${KEY}/21/A`);
      expect(pages.map(({ status }) => status)).toEqual([200, 200, 429]);
      expect((await fetch(`${limited.url}/healthz`)).status).toBe(200);
    } finally {
      await limited.remove();
    }
  });

  test('an upload keeps what it does not name', async () => {
    await upload([
      link('gs1:pip', 'https://anhe.example/pip'),
      link('gs1:epil', 'https://anhe.example/epil'),
    ]);
    await upload([link('gs1:pip', 'https://anhe.example/pip2')]);
    await upload([link('gs1:certificationInfo', 'https://anhe.example/{lot}')], [{ '10': '{lot}' }]);
    const to = async (type: string, path = KEY) =>
      (await ask(`${path}?linkType=${type}`)).headers.get('location');
    expect(await to('gs1:pip')).toBe('https://anhe.example/pip2');
    expect(await to('gs1:epil')).toBe('https://anhe.example/epil');
    // Several AIs in a path: the lot has links of its own, the serial has none, the GTIN has the rest.
    const path = `${KEY}/10/L%2F1/21/S1`;
    expect(await to('gs1:certificationInfo', path)).toBe('https://anhe.example/L%2F1');
    expect(await to('gs1:epil', path)).toBe('https://anhe.example/epil');
  });

  test('leads to addresses and titles in any script, and outlives those that are none', async () => {
    const hrefs = ['https://anhe.example/说明书', 'https://anhe.example/100%', 'https://anhe.example/\ud800'];
    const types = ['gs1:allergenInfo', 'gs1:hasRetailers', 'gs1:ingredientsInfo'];
    for (const [i, type] of types.entries()) {
      await upload([{ ...link(type, hrefs[i] ?? ''), title: '说明书' }]).catch(() => undefined);
    }
    const to = async (type = '') => (await ask(`${KEY}?linkType=${type}`)).headers.get('location');
    expect(await to(types[0])).toBe('https://anhe.example/%E8%AF%B4%E6%98%8E%E4%B9%A6');
    expect(await to(types[1])).toBe('https://anhe.example/100%');
    expect((await ask(`${KEY}?linkType=${types[2] ?? ''}`)).status).toBeLessThan(500);
    const { status, headers } = await ask(KEY);
    expect(status).toBe(307);
    expect(headers.get('link')).toContain("title*=UTF-8''%E8%AF%B4%E6%98%8E%E4%B9%A6");
    expect((await ask('/healthz')).status).toBe(200);
  });

  test('passes the query on, and gives the linkset of all levels with titles', async () => {
    const answer = await ask(`${KEY}/?17=281130&colour=red`);
    expect(answer.headers.get('location')).toBe('https://anhe.example/pip2?17=281130&colour=red');
    expect(answer.headers.get('link')).toContain('rel="linkset"');
    const set = await ask(`${KEY}/10/L1`, { accept: 'application/linkset+json' });
    expect(set.headers.get('content-type')).toBe('application/linkset+json');
    const body = gs1Linkset.parse(await set.json());
    expect(body.linkset.map(({ anchor }) => anchor)).toEqual([
      `${gateway.url}${KEY}/10/L1`,
      `${gateway.url}${KEY}`,
      `${gateway.url}${KEY}`,
    ]);
    expect((await ask(`${KEY}?linkType=gs1:recipeInfo`)).status).toBe(404);
  });

  test('HEAD, OPTIONS, CORS and the description are as the standard has them', async () => {
    const head = await ask(KEY, {}, 'HEAD');
    expect([head.status, await head.text()]).toEqual([307, '']);
    expect(head.headers.get('access-control-allow-origin')).toBe('*');
    const options = await ask(KEY, {}, 'OPTIONS');
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
    expect((await ask(KEY, {}, 'DELETE')).status).toBe(405);
    const description = (await (await ask('/.well-known/gs1resolver')).json()) as Record<string, unknown>;
    expect(description['resolverRoot']).toBe(gateway.url);
    expect(description['supportedPrimaryKeys']).toEqual(expect.arrayContaining(['00', '01', '414', '8004']));
  });

  test('pages of the app are left to the app', async () => {
    expect((await ask('/api/network')).status).toBe(200);
    expect((await ask('/enterprises', { accept: 'application/json' })).status).toBe(404);
  });
});
