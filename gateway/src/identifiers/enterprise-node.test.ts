/** The enterprise node as software of firms meets it: SNMS's paths, texts and statuses. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HandleClient, itemAt, valueAt, type Spoken } from '../testing/handle-client.js';
import { newTestGateway, type TestGateway } from '../testing/test-gateway.js';

const PREFIX = '88.1021.150';
const OTHER = '88.1021.151';
const refusal = (message: string, status = -2): Spoken => ({
  http: 200,
  body: { message, status, data: null },
});
const done = (data: unknown = true): Spoken => ({ http: 200, body: { message: 'success', status: 1, data } });
const named = (value = '小型机械01') => [valueAt(2000, 'name', value)];

describe('an enterprise node', () => {
  let gateway: TestGateway;
  let maker: HandleClient;
  let rival: HandleClient;
  let wholesaler: HandleClient;
  let stranger: HandleClient;
  beforeAll(async () => {
    const prefixes = `${PREFIX}=anhe-pharma,${OTHER}=ruikang-pharma`;
    gateway = await newTestGateway({ environment: { YAOSU_IDENTIFIER_PREFIXES: prefixes } });
    const clientOf = async (login: string): Promise<HandleClient> =>
      new HandleClient(gateway.url, (await gateway.actor(login)).token);
    maker = await clientOf('maker-production');
    rival = await clientOf('rival-production');
    wholesaler = await clientOf('wholesale-receiving');
    stranger = new HandleClient(gateway.url);
    const items = [itemAt(2000, 'name', true), itemAt(2001, 'site'), itemAt(2002, 'GS1_DIGITAL_LINK')];
    expect(await maker.template(PREFIX, '1.0', items)).toEqual(done());
    expect(await rival.template(OTHER, '1.0', items)).toEqual(done());
  });
  afterAll(() => gateway.remove());

  const body = (suffix: string, value = named()) => ({
    ...{ handle: `${PREFIX}/${suffix}`, templateVersion: '1.0', value },
  });

  it('registers an identifier once, and tells it to everybody who knows it', async () => {
    expect(await maker.register(`${PREFIX}/xx002`, '1.0', named())).toEqual(done());
    const data = {
      ...{ code: '200', prefix: PREFIX, handle: `${PREFIX}/xx002`, templateVersion: '1.0' },
      value: [
        { index: 1001, type: 'TEMPLATE', data: { format: 'string', value: '1.0' }, auth: '1' },
        ...named(),
      ],
    };
    expect(await stranger.detail(`${PREFIX}/xx002`)).toEqual(done(data));
    // As after a time-out: nothing is changed, whatever is in it.
    expect(await maker.register(`${PREFIX}/xx002`, '1.0', named())).toEqual(refusal('标识已存在'));
    expect(await maker.register(`${PREFIX}/xx002`, '1.0', named('其他'))).toEqual(refusal('标识已存在'));
    expect(await stranger.detail(`${PREFIX}/xx002`)).toEqual(done(data));
  });

  it.each([
    ['no handle', { templateVersion: '1.0', value: named() }, '缺少必要的请求参数: handle'],
    ['no version', { handle: `${PREFIX}/a`, value: named() }, '缺少必要的请求参数: templateVersion'],
    ['no values', body('a', []), '缺少必要的请求参数: value'],
    ['index 1001', body('a', [...named(), valueAt(1001, 'TEMPLATE', '1')]), '非法操作，索引1001为预留索引'],
    [
      'an index that the template has not',
      body('a', [valueAt(1000, 'name', 'x')]),
      '非法操作，索引1000在模板中不存在',
    ],
    ['another type', body('a', [valueAt(2000, 'site', 'x')]), '非法操作，索引2000的类型与模板不一致'],
    ['an index twice', body('a', [...named(), ...named()]), '非法操作，索引2000重复'],
    ['a value that is needed', body('a', [valueAt(2001, 'site', 'x')]), '缺少必填的标识属性: name(2000)'],
    ['a long value', body('a', named('长'.repeat(201))), '索引2000的内容长度应为1到200'],
    [
      'another format',
      body('a', [{ ...valueAt(2000, 'name', 'x'), data: { format: 'int', value: '1' } } as never]),
      '标识属性内容格式只支持string',
    ],
    ['a number for a text', { ...body('a'), templateVersion: 1 }, '请求参数错误: templateVersion'],
    ['NUL', body('a', named('a\u0000b')), '请求参数错误: value[0].data.value'],
    ['no such version', { ...body('a'), templateVersion: '9' }, '数据模板不存在'],
    ['no identifier', { ...body('a'), handle: '88..911/123' }, '标识格式错误'],
    ['a long one', { ...body('x'.repeat(255)) }, '请求参数错误: handle'],
    ['a list', [body('a')], '请求无效'],
    ['null', null, '请求无效'],
  ])('refuses to register with %s', async (_what, sent, message) => {
    const told = await maker.ask('POST', '/identityv2/data', sent);
    expect([told.http, told.body.status, told.body.data]).toEqual([200, -2, null]);
    expect(told.body.message).toBe(message);
    expect(await stranger.detail(`${PREFIX}/a`)).toEqual(refusal('没有找到标识'));
  });

  it('says which parameter a question lacks', async () => {
    expect(await stranger.ask('GET', '/identityv2/data/detail')).toEqual(
      refusal('缺少必要的请求参数: handle'),
    );
    expect(await maker.ask('DELETE', '/identityv2/data', {})).toEqual(refusal('缺少必要的请求参数: handle'));
  });

  it('changes and removes what is there, for its owner alone', async () => {
    const handle = `${PREFIX}/own`;
    await maker.register(handle, '1.0', named());
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const sent = body('own', named('改'));
      expect(await rival.ask(method, '/identityv2/data', sent)).toEqual(refusal('非本企业标识', -3));
      expect(await stranger.ask(method, '/identityv2/data', sent)).toEqual(refusal('没有登录，需要验证', -1));
    }
    expect(await maker.ask('PUT', '/identityv2/data', body('own', named('改')))).toEqual(done());
    expect((await stranger.detail(handle)).body.data).toMatchObject({ value: [{}, ...named('改')] });
    expect(await maker.ask('PUT', '/identityv2/data', body('none'))).toEqual(refusal('没有找到标识'));
    expect(await maker.ask('DELETE', '/identityv2/data', { handle })).toEqual(done());
    expect(await maker.ask('DELETE', '/identityv2/data', { handle })).toEqual(refusal('没有找到标识'));
    expect(await stranger.detail(handle)).toEqual(refusal('没有找到标识'));
    expect(await maker.register(handle, '1.0', named('再'))).toEqual(done());
  });

  it('shows values that name their readers to those and the owner', async () => {
    const handle = `${PREFIX}/narrow`;
    const secret = valueAt(2001, 'site', '三号库', 'huida-wholesale');
    await maker.register(handle, '1.0', [...named(), secret]);
    const seenBy = async (client: HandleClient): Promise<unknown> =>
      ((await client.detail(handle)).body.data as { value: unknown[] }).value.slice(1);
    expect(await seenBy(maker)).toEqual([...named(), secret]);
    expect(await seenBy(wholesaler)).toEqual([...named(), secret]);
    expect(await seenBy(rival)).toEqual(named());
    expect(await seenBy(stranger)).toEqual(named());
    const hidden = `${PREFIX}/hidden`;
    await maker.register(hidden, '1.0', [valueAt(2000, 'name', '甲', OTHER)]);
    expect(await stranger.detail(hidden)).toEqual(refusal('没有权限查看数据', -3));
    expect(await wholesaler.detail(hidden)).toEqual(refusal('没有权限查看数据', -3));
    expect(await rival.detail(hidden)).toMatchObject({ body: { status: 1 } });
    expect(await new HandleClient(gateway.url, 'x.y.z').detail(hidden)).toMatchObject({
      body: { status: -1 },
    });
  });

  it('tells of a pack what everybody may know who knows its code', async () => {
    const handle = `${PREFIX}/pack`;
    const link = valueAt(2002, 'GS1_DIGITAL_LINK', 'https://id.example/01/06901004000215/21/ABCDEFGHJKLM');
    await maker.register(handle, '1.0', [...named(), link]);
    const { data } = (await stranger.detail(handle)).body;
    const facts = [valueAt(1101, 'PACK_STATUS', 'notKnown', '1')];
    expect(data).toMatchObject({ value: [{ index: 1001 }, ...facts, ...named(), link] });
  });

  describe('in batches', () => {
    it('makes what can be made, and says of each other why not', async () => {
      await maker.register(`${PREFIX}/b1`, '1.0', named());
      const items = [body('b1'), body('b2'), body('b2'), body('b3', [valueAt(7, 'name', 'x')])];
      const foreign = { ...body('b4'), handle: `${OTHER}/b4` };
      const told = await maker.ask('POST', '/identityv2/data/batchCreate', [...items, foreign, 5]);
      expect(told).toEqual(
        done([
          { handle: `${PREFIX}/b1`, msg: '标识已存在' },
          { handle: `${PREFIX}/b2`, msg: 'success' },
          { handle: `${PREFIX}/b2`, msg: '标识已存在' },
          { handle: `${PREFIX}/b3`, msg: '非法操作，索引7在模板中不存在' },
          { handle: `${OTHER}/b4`, msg: '非本企业标识' },
          { handle: '', msg: '请求无效' },
        ]),
      );
    });

    it('updates and removes', async () => {
      await maker.ask('POST', '/identityv2/data/batchCreate', [body('u1'), body('u2')]);
      const update = [body('u1', named('新')), body('u9')];
      expect(await maker.ask('PUT', '/identityv2/data/batchUpdate', update)).toEqual(
        done([
          { handle: `${PREFIX}/u1`, msg: 'success' },
          { handle: `${PREFIX}/u9`, msg: '标识不存在' },
        ]),
      );
      const gone = [`${PREFIX}/u1`, '86.709.612/cc', `${PREFIX}/u1`, `${OTHER}/u1`];
      expect(await maker.ask('DELETE', '/identityv2/data/batchDelete', gone)).toEqual(
        done([
          { handle: `${PREFIX}/u1`, code: 1, msg: 'success' },
          { handle: '86.709.612/cc', code: -2, msg: '标识不存在' },
          { handle: `${PREFIX}/u1`, code: -2, msg: '标识不存在' },
          { handle: `${OTHER}/u1`, code: -2, msg: '非本企业标识' },
        ]),
      );
    });

    it('takes 2,000 at once and refuses one more as a whole', async () => {
      const many = Array.from({ length: 2_001 }, (_, at) => body(`many-${String(at)}`));
      const told = await maker.ask('POST', '/identityv2/data/batchCreate', many);
      expect(told.body).toMatchObject({ status: -2, message: expect.stringContaining('2000'), data: null });
      expect(await stranger.detail(`${PREFIX}/many-0`)).toEqual(refusal('没有找到标识'));
      const taken = await maker.ask('POST', '/identityv2/data/batchCreate', many.slice(1));
      expect(
        (taken.body.data as readonly { msg: string }[]).filter(({ msg }) => msg === 'success'),
      ).toHaveLength(2_000);
      expect(await maker.ask('POST', '/identityv2/data/batchCreate', [])).toMatchObject({
        body: { status: -2 },
      });
    });
  });
});
