/** The enterprise node as DOIP clients meet it, templates, and bodies that are none. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HandleClient, itemAt, valueAt, type Spoken } from '../testing/handle-client.js';
import { newTestGateway, type Actor, type TestGateway } from '../testing/test-gateway.js';

const PREFIX = '88.608.8899';
const META = `${PREFIX}/META_zj02`;
const CREATE = '0.DOIP/Op.Create';
const UPDATE = '0.DOIP/Op.Update';
const MERGE = '0.DOIP.EXTEND/Op.Update.Non.Overlay';
const DELETE = '0.DOIP/Op.Delete';
const RETRIEVE = '0.DOIP/Op.Retrieve';

const objectOf = (content: Readonly<Record<string, unknown>>, type = META) => ({
  type,
  attributes: { content },
});
const refusal = (code: number, message: string): Spoken => ({ http: 200, body: { code, message } });

describe('digital objects', () => {
  let gateway: TestGateway;
  let actor: Actor;
  let maker: HandleClient;
  let rival: HandleClient;
  let stranger: HandleClient;
  beforeAll(async () => {
    gateway = await newTestGateway({ environment: { YAOSU_IDENTIFIER_PREFIXES: `${PREFIX}=anhe-pharma` } });
    actor = await gateway.actor('maker-production');
    maker = new HandleClient(gateway.url, actor.token);
    rival = new HandleClient(gateway.url, (await gateway.actor('rival-production')).token);
    stranger = new HandleClient(gateway.url);
    await maker.template(PREFIX, 'META_zj02', [
      itemAt(2000, 'en1', true),
      itemAt(2001, 'en2'),
      itemAt(2002, 'en3'),
    ]);
  });
  afterAll(() => gateway.remove());

  it('are made, read, changed as a whole or in part, and removed', async () => {
    const target = `${PREFIX}/drum-1`;
    const object = objectOf({ en1: '432344', en2: '22323222' });
    expect(await maker.doip(CREATE, target, object)).toEqual({
      ...{ http: 200, body: { code: 10_000, message: '成功', data: object } },
    });
    expect(await maker.doip(CREATE, target, object)).toEqual(refusal(105, '标识对象已存在'));
    const read = async (): Promise<object> => (await stranger.doip(RETRIEVE, target, undefined, 'GET')).body;
    const element = (index: number, type: string, value: string) => ({
      ...{ index, type, name: `名称${String(index)}`, dataType: 1, value },
    });
    const attributes = { id: target, type: META };
    expect(await read()).toEqual({
      ...{ code: 1, message: '成功' },
      data: {
        ...attributes,
        attributes: {
          ...attributes,
          elements: [element(2000, 'en1', '432344'), element(2001, 'en2', '22323222')],
        },
      },
    });
    const part = objectOf({ en3: '9' });
    expect(await maker.doip(MERGE, target, part)).toMatchObject({ body: { code: 10_000, data: part } });
    expect(await read()).toMatchObject({
      data: { attributes: { elements: [{ value: '432344' }, { value: '22323222' }, { value: '9' }] } },
    });
    expect(await maker.doip(UPDATE, target, objectOf({ en1: '1' }))).toMatchObject({
      body: { code: 10_000, message: 'success' },
    });
    expect(await read()).toMatchObject({ data: { attributes: { elements: [element(2000, 'en1', '1')] } } });
    expect(await maker.doip(DELETE, target)).toEqual(
      expect.objectContaining({ body: { code: 10_000, message: '成功' } }),
    );
    expect(await maker.doip(DELETE, target)).toEqual(refusal(104, '标识对象不存在'));
    expect(await stranger.doip(RETRIEVE, target)).toEqual(refusal(104, '标识对象不存在'));
  });

  it('keep who may read a value when it is changed', async () => {
    const handle = `${PREFIX}/kept`;
    await maker.register(handle, 'META_zj02', [
      valueAt(2000, 'en1', '1'),
      valueAt(2001, 'en2', '2', 'huida-wholesale'),
    ]);
    await maker.doip(UPDATE, handle, objectOf({ en1: '1', en2: '3' }));
    expect((await stranger.detail(handle)).body.data).toMatchObject({ value: [{}, { index: 2000 }] });
    expect((await maker.detail(handle)).body.data).toMatchObject({
      value: [{}, {}, { auth: 'huida-wholesale' }],
    });
  });

  it.each([
    ['a foreign identifier', '88.608.1/x', objectOf({ en1: '1' }), 701, '非本企业标识'],
    ['another template', `${PREFIX}/x`, objectOf({ en1: '1' }, `${PREFIX}/META_none`), 604, '元数据不存在'],
    ['a name that the template has not', `${PREFIX}/x`, objectOf({ en9: '1' }), 603, '实体en9不属于该元数据'],
    ['a value too few', `${PREFIX}/x`, objectOf({ en2: '1' }), 601, '元数据输入项错误'],
    [
      'a number',
      `${PREFIX}/x`,
      objectOf({ en1: 1 }),
      106,
      '请求入参错误：请求参数错误: attributes.content.en1',
    ],
    ['no object', `${PREFIX}/x`, {}, 106, '请求入参错误：缺少必要的请求参数: type'],
    ['no identifier', '88.608', objectOf({ en1: '1' }), 106, '请求入参错误：标识格式错误'],
  ])('are refused with %s', async (_what, target, object, code, message) => {
    const { http, body } = await maker.doip(CREATE, target, object);
    expect([http, body.code, body.message]).toEqual([200, code, message]);
  });

  it('are for their owner, by operations that there are', async () => {
    const target = `${PREFIX}/mine`;
    await maker.doip(CREATE, target, objectOf({ en1: '1' }));
    for (const operation of [CREATE, UPDATE, MERGE, DELETE]) {
      const object = objectOf({ en1: '2' });
      expect(await rival.doip(operation, target, object)).toEqual(refusal(701, '非本企业标识'));
      expect(await stranger.doip(operation, target, object)).toEqual(refusal(102, '客户端认证失败'));
      const ended = new HandleClient(gateway.url, 'x.y.z');
      expect(await ended.doip(operation, target, object)).toEqual(refusal(401, '认证失败'));
      expect(await maker.doip(operation, target, undefined, 'GET')).toEqual(refusal(405, '不支持的操作类型'));
    }
    expect(await maker.doip('0.DOIP/Op.Search', target)).toEqual(refusal(405, '不支持的操作类型'));
    expect(await maker.doip('0.DOIP/Op.Dance', target)).toEqual(refusal(404, '操作类型不存在'));
    expect(await maker.doip('0.DOIP.EXTEND/Op.X', target)).toEqual(refusal(200, '服务拒绝执行扩展操作'));
    expect(await maker.ask('POST', `/api/v1/doip?operationId=${RETRIEVE}`)).toMatchObject({
      body: { code: 106 },
    });
  });

  it('have a template that its owner reads, extends, and removes when nothing rests on it', async () => {
    const path = '/snms/api/v5/template';
    const query = `?prefix=${PREFIX}&version=T1`;
    const items = [{ ...itemAt(2000, 'ip'), idIndex: '2000' as never }];
    expect(await maker.template(PREFIX, 'T1', items)).toMatchObject({ body: { status: 1, data: true } });
    expect(await maker.template(PREFIX, 'T1', items)).toMatchObject({
      body: { status: -2, message: '数据模板已存在' },
    });
    expect(await rival.template(PREFIX, 'T2', items)).toMatchObject({ body: { status: -3 } });
    expect(await rival.ask('GET', `${path}${query}`)).toMatchObject({ body: { status: -3 } });
    expect(await stranger.ask('GET', `${path}${query}`)).toMatchObject({ body: { status: -1 } });
    const { data } = (await maker.ask('GET', `${path}${query}`)).body;
    expect(data).toMatchObject({ prefix: PREFIX, version: 'T1', name: '', items: [itemAt(2000, 'ip')] });
    const { idIndex: _, ...added } = itemAt(2001, 'mac');
    const change = { ...(data as object), items: [{ ...itemAt(2000, 'ip'), state: 0 }, added] };
    expect(await maker.ask('PUT', path, change)).toMatchObject({ body: { status: 1 } });
    expect((await maker.ask('GET', `${path}${query}`)).body.data).toMatchObject({
      items: [
        { idIndex: 2000, state: 0 },
        { idIndex: 2001, idType: 'mac', state: 1 },
      ],
    });
    const off = await maker.register(`${PREFIX}/t`, 'T1', [valueAt(2000, 'ip', 'x')]);
    expect(off.body.message).toBe('非法操作，索引2000在模板中不存在');
    await maker.register(`${PREFIX}/t`, 'T1', [valueAt(2001, 'mac', 'x')]);
    const name = { prefix: PREFIX, version: 'T1' };
    expect(await maker.ask('DELETE', path, name)).toMatchObject({
      body: { message: '数据模板已被标识使用' },
    });
    await maker.ask('DELETE', '/identityv2/data', { handle: `${PREFIX}/t` });
    expect(await maker.ask('DELETE', path, name)).toMatchObject({ body: { status: 1, data: true } });
    expect(await maker.ask('GET', `${path}${query}`)).toMatchObject({ body: { message: '数据模板不存在' } });
  });

  it('of templates are shown to their owner', async () => {
    const { body } = await maker.doip(RETRIEVE, META);
    expect(body).toMatchObject({
      code: 1,
      data: { id: META, type: '0.TYPE/DO.DOIPMETA', attributes: { content: { required: ['en1'] } } },
    });
    expect(await stranger.doip(RETRIEVE, META)).toEqual(refusal(403, '没有权限查看数据'));
    expect(await rival.doip(RETRIEVE, META)).toEqual(refusal(403, '没有权限查看数据'));
  });

  const CHANGES = [
    ['POST', '/identityv2/data'],
    ['PUT', '/identityv2/data/batchUpdate'],
    ['DELETE', '/identityv2/data/batchDelete'],
    ['POST', '/snms/api/v5/template'],
    ['POST', `/api/v1/doip?targetId=${PREFIX}/x&operationId=${CREATE}`],
  ] as const;
  const JSON_TYPE = 'application/json';
  it.each([
    ['nothing', '', JSON_TYPE, 400],
    ['half of JSON', '{"handle":', JSON_TYPE, 400],
    ['a name twice', '{"handle":"a","handle":"b"}', JSON_TYPE, 400],
    ['deep JSON', `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`, JSON_TYPE, 400],
    ['half a character', '{"handle":"\\ud800"}', JSON_TYPE, 400],
    ['a text of 1 MB', `"${'x'.repeat(1_048_576)}"`, JSON_TYPE, 200],
    ['10 MB', `"${'x'.repeat(10 * 1_048_576)}"`, JSON_TYPE, 413],
    ['NUL', '{"handle":"88.608.8899/\\u0000","type":"\\u0000"}', JSON_TYPE, 200],
    ['a form', 'a=b', 'application/x-www-form-urlencoded', 415],
  ])('are not made of %s', async (_what, sent, type, http) => {
    const headers = { 'content-type': type, authorization: `Bearer ${actor.token}` };
    // A DELETE without a body has no type either.
    for (const [method, path] of CHANGES.filter((each) => sent !== '' || each[0] !== 'DELETE')) {
      const response = await fetch(`${gateway.url}${path}`, { method, headers, body: sent });
      const told = (await response.json()) as Spoken['body'];
      expect([path, response.status]).toEqual([path, http]);
      expect([-2, 101, 106]).toContain(told.status ?? told.code);
    }
  });
});
