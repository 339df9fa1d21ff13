/** The enterprise node of the industrial-internet system over HTTP: examples of id-guide, behaviour cases, state codes. */
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { STATES } from '@yaosu/gateway/identifiers/state-codes';
import { startEnterpriseNode, type EnterpriseNode } from '@yaosu/gateway/testing/enterprise-node';
import { itemAt, valueAt, type HandleClient } from '@yaosu/gateway/testing/handle-client';
import { readJson } from '../folder.js';
import type { Case, ConformanceSet } from '../set.js';
import { isRegisteredAfterTimeOut } from './cn-secondary.js';

interface Example {
  readonly file: string;
  readonly section: readonly string[];
  readonly kind: 'request' | 'response' | 'error';
  readonly json?: unknown;
}
type Json = Readonly<Record<string, unknown>>;

const FIRM = 'firm';
const OTHERS = 'others';
const PREFIXES = ['88.1021.150', '88.101.0042', '88.709.612', '88.101.5', '88.608.8899'] as const;
const [FIRST, BATCH, GONE, TEMPLATES, META] = PREFIXES;
const OWNED = { ...Object.fromEntries(PREFIXES.map((prefix) => [prefix, FIRM])), '88.608.1': OTHERS };

const DATA = '/identityv2/data';
const TEMPLATE = '/snms/api/v5/template';
const IN_SNMS = 'docs/dev-tools/snms/v5/handle-operate.md';
const IN_TEMPLATES = 'docs/dev-tools/snms/v5/template.md';
const IN_DOIP = ['docs/dev-tools/standard/api/handle.md', 'docs/dev-tools/commercial/api/handle.md'];
const TOP = `${META}/META_zj02`;

let node: EnterpriseNode | undefined;
/** What was made for one case is not there for the next. */
const fresh = async (): Promise<HandleClient> => {
  node ??= await startEnterpriseNode(OWNED);
  await node.db.deleteFrom('identifiers').execute();
  await node.db.deleteFrom('identifier_templates').execute();
  const client = node.client(FIRM);
  await client.template(FIRST, '1.0', [itemAt(2000, 'name')]);
  await client.template(BATCH, '1.0.0', [itemAt(2000, 'URL'), itemAt(2001, 'URL2')]);
  await client.template(GONE, '1', [itemAt(2000, 'name')]);
  await client.template(
    META,
    'META_zj02',
    ['en1', 'en2', 'en3'].map((name, at) => itemAt(2000 + at, name)),
  );
  return client;
};

const register = (client: HandleClient, handle: string, version = '1.0') =>
  client.register(handle, version, [valueAt(2000, 'name', 'x')]);

/** An example of an operation; of several of a kind the first. */
type Pick = (operation: string, title: RegExp) => unknown;
const pickerOf =
  (examples: readonly Example[], file: string): Pick =>
  (operation, title) => {
    const found = examples.find(
      ({ file: at, section }) => at === file && section[1] === operation && title.test(section.at(-1) ?? ''),
    );
    if (found?.json === undefined) throw new Error(`no example of ${operation} ${String(title)}`);
    return found.json;
  };

/** Runs something and says whether the answer's body is the example, to the letter. */
type Run = (client: HandleClient, pick: Pick) => Promise<readonly [body: unknown, example: unknown]>;

const REQUEST = /请求(参数)?示例/;
const SUCCESS = /响应示例|成功/;
const ERROR = /异常/;

/** The root 86 is another system's; the rest of the example stands as it is. */
const under88 = (example: unknown): unknown =>
  JSON.parse(JSON.stringify(example).replaceAll('"86.', '"88.')) as unknown;

const SNMS: Readonly<Record<string, Run>> = {
  'detail, error': async (client, pick) => [
    (await client.ask('GET', `${DATA}/detail`)).body,
    pick('查询标识', ERROR),
  ],
  detail: async (client, pick) => {
    const { data, ...rest } = pick('查询标识', SUCCESS) as { readonly data: Json };
    await register(client, String(data['handle']));
    const { body } = await client.detail(String(data['handle']));
    // The example's identifier has no value but its template's; none is registered without.
    const { value, ...others } = body.data as { readonly value: readonly Json[] };
    return [
      { ...body, data: { ...others, value: value.filter(({ index }) => index === 1001) } },
      { data, ...rest },
    ];
  },
  create: async (client, pick) => [
    (await client.ask('POST', DATA, pick('注册标识', REQUEST))).body,
    pick('注册标识', SUCCESS),
  ],
  'create, error': async (client, pick) => {
    const value = [valueAt(1000, 'name', 'x')];
    return [(await client.register(`${FIRST}/x`, '1.0', value)).body, pick('注册标识', ERROR)];
  },
  batchCreate: async (client, pick) => [
    (await client.ask('POST', `${DATA}/batchCreate`, pick('批量注册标识', REQUEST))).body,
    pick('批量注册标识', SUCCESS),
  ],
  'batchCreate, error': async (client, pick) => {
    const [first] = pick('批量注册标识', REQUEST) as readonly unknown[];
    return [
      (await client.ask('POST', `${DATA}/batchCreate`, [first, first])).body,
      pick('批量注册标识', ERROR),
    ];
  },
  delete: async (client, pick) => {
    const request = pick('删除标识', REQUEST) as Json;
    await register(client, String(request['handle']));
    return [(await client.ask('DELETE', DATA, request)).body, pick('删除标识', SUCCESS)];
  },
  'delete, error': async (client, pick) => [
    (await client.ask('DELETE', DATA, pick('删除标识', REQUEST))).body,
    pick('删除标识', ERROR),
  ],
  batchDelete: async (client, pick) => {
    const handles = under88(pick('批量删除标识', REQUEST)) as readonly string[];
    for (const handle of handles) await register(client, handle, '1');
    const { body } = await client.ask('DELETE', `${DATA}/batchDelete`, handles);
    return [body, under88(pick('批量删除标识', SUCCESS))];
  },
  'batchDelete, error': async (client, pick) => {
    const [first] = pick('批量删除标识', REQUEST) as readonly string[];
    return [
      (await client.ask('DELETE', `${DATA}/batchDelete`, [first, first])).body,
      pick('批量删除标识', ERROR),
    ];
  },
};

const withoutNumbers = (answer: Json): unknown => {
  const { id: _, handle: _handle, items, ...rest } = answer['data'] as Json;
  const named = (items as readonly Json[]).map(({ metadataId: _number, idIndex: _index, ...item }) => item);
  return { ...answer, data: { ...rest, items: named } };
};

const OF_TEMPLATES: Readonly<Record<string, Run>> = {
  'template, create': async (client, pick) => [
    (await client.ask('POST', TEMPLATE, pick('新增数据模板', REQUEST))).body,
    pick('新增数据模板', SUCCESS),
  ],
  'template, update': async (client, pick) => {
    await client.ask('POST', TEMPLATE, pick('新增数据模板', REQUEST));
    return [
      (await client.ask('PUT', TEMPLATE, pick('修改数据模板', REQUEST))).body,
      pick('修改数据模板', SUCCESS),
    ];
  },
  'template, delete': async (client, pick) => {
    const request = pick('删除数据模板', REQUEST) as { readonly prefix: string; readonly version: string };
    await client.template(request.prefix, request.version, [itemAt(2000, 'name')]);
    return [(await client.ask('DELETE', TEMPLATE, request)).body, pick('删除数据模板', SUCCESS)];
  },
  'template, read': async (client, pick) => {
    const example = pick('查询数据模板', SUCCESS) as Json;
    await client.ask('POST', TEMPLATE, example['data']);
    const query = `?prefix=${TEMPLATES}&version=1.0.1`;
    const { body } = await client.ask('GET', `${TEMPLATE}${query}`);
    // Numbers of the node's own rows, and what the list of fields has beyond the example.
    return [withoutNumbers(body), withoutNumbers(example)];
  },
};

const doip = (operation: string, title: string, isThere: boolean): Readonly<Record<string, Run>> => ({
  [`${operation}, done`]: async (client, pick) => {
    if (isThere) await client.doip('0.DOIP/Op.Create', TOP, pick('标识注册', REQUEST) as object);
    const body = operation === 'Delete' ? undefined : (pick(title, REQUEST) as object);
    return [(await client.doip(`0.DOIP/Op.${operation}`, TOP, body)).body, pick(title, SUCCESS)];
  },
  [`${operation}, refused`]: async (client, pick) => {
    const target = operation === 'Delete' ? TOP : '88.608.1/x';
    const body = operation === 'Delete' ? undefined : (pick(title, REQUEST) as object);
    return [(await client.doip(`0.DOIP/Op.${operation}`, target, body)).body, pick(title, ERROR)];
  },
});
const DOIP = {
  ...doip('Create', '标识注册', false),
  ...doip('Update', '标识修改', true),
  ...doip('Delete', '标识删除', true),
};

const replays = (
  examples: readonly Example[],
  file: string,
  runs: Readonly<Record<string, Run>>,
): readonly Case[] =>
  Object.entries(runs).map(([id, run]) => ({
    id: `${file} ${id}`,
    passes: async () => isDeepStrictEqual(...(await run(await fresh(), pickerOf(examples, file)))),
  }));

const detailOf = async (client: HandleClient, handle: string): Promise<unknown> =>
  (await client.detail(handle)).body;
const manyOf = (count: number): readonly object[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ handle: `${FIRST}/${String(at)}`, templateVersion: '1.0', value: [valueAt(2000, 'name', 'x')] },
  }));

/** Case of the file → whether our node does so. */
const BEHAVIOUR: Readonly<Record<string, (client: HandleClient) => Promise<boolean>>> = {
  h1: async (client) => {
    await register(client, `${FIRST}/x`);
    const before = await detailOf(client, `${FIRST}/x`);
    const { body } = await client.register(`${FIRST}/x`, '1.0', [valueAt(2000, 'name', 'y')]);
    return body.message === '标识已存在' && isDeepStrictEqual(before, await detailOf(client, `${FIRST}/x`));
  },
  h2: async (client) =>
    (await client.register(`${FIRST}/x`, '1.0', [valueAt(1001, 'name', 'x')])).body.status === -2,
  h3: async (client) => {
    const { body } = await client.register(`${FIRST}/x`, '1.0', [valueAt(2345, 'name', 'x')]);
    return body.status === -2 && body.message?.includes('2345') === true;
  },
  h4: async (client) => {
    const { body } = await client.ask('GET', `${DATA}/detail`);
    return body.status === -2 && body.message?.includes('缺少必要的请求参数') === true;
  },
  h5: async (client) => {
    const { body } = await client.ask('POST', `${DATA}/batchCreate`, manyOf(2_001));
    const first = await client.detail(`${FIRST}/0`);
    return body.status === -2 && body.message?.includes('2000') === true && first.body.status === -2;
  },
  h6: async (client) => {
    await register(client, `${FIRST}/1`);
    const { body } = await client.ask('POST', `${DATA}/batchCreate`, manyOf(3));
    const told = (body.data as readonly { readonly msg: string }[]).map(({ msg }) => msg);
    return isDeepStrictEqual(told, ['success', '标识已存在', 'success']);
  },
  h7: async (client) => {
    const { body } = await client.ask('DELETE', `${DATA}/batchDelete`, [`${FIRST}/none`]);
    return isDeepStrictEqual(body.data, [{ handle: `${FIRST}/none`, code: -2, msg: '标识不存在' }]);
  },
  h8: async (client) => {
    const value = { ...valueAt(2000, 'name', 'x'), data: { format: 'base64', value: 'eA==' } };
    const { body } = await client.register(`${FIRST}/x`, '1.0', [value as never]);
    return body.status === -2 && (await client.detail(`${FIRST}/x`)).body.status === -2;
  },
  h9: async (client) => {
    await register(client, `${FIRST}/x`);
    const { body } = await register(client, `${FIRST}/x`);
    return body.message === '标识已存在' && (await isRegisteredAfterTimeOut());
  },
};

const codeCases = (codes: readonly { readonly code: number; readonly text: string }[]): readonly Case[] =>
  codes.map(({ code, text }) => ({
    id: `state ${String(code)} ${text}`,
    passes: () =>
      Object.values(STATES).some(
        ([ours, words]) => ours === code && (words === text || words.replace('{0}', 'xxxx') === text),
      ),
  }));

const allCases = (folder: string): readonly Case[] => {
  const { examples } = readJson<{ examples: readonly Example[] }>(folder, 'id-guide-api-examples.json');
  const { operations } = readJson<{ operations: readonly { id: string }[] }>(folder, 'handle-cases.json');
  const { codes } = readJson<{ codes: readonly { code: number; text: string }[] }>(
    folder,
    'state-codes.json',
  );
  return [
    ...operations.map(({ id }) => ({
      id,
      passes: async () => (await BEHAVIOUR[id]?.(await fresh())) ?? false,
    })),
    ...replays(examples, IN_SNMS, SNMS),
    ...replays(examples, IN_TEMPLATES, OF_TEMPLATES),
    ...IN_DOIP.flatMap((file) => replays(examples, file, DOIP)),
    ...codeCases(codes),
  ];
};

export const CN_NODE: ConformanceSet = {
  name: 'cn/enterprise-node',
  at: 'cn/handle/id-guide-api-examples.json',
  cases: (file) => allCases(join(file, '..')),
  close: async () => {
    await node?.close();
    node = undefined;
  },
  leftOut: [
    {
      what: 'identity-auth.md (6), challenge.md (5)',
      why: 'people and machines sign in by a signed challenge, not by passwords',
    },
    { what: 'template.md, errors (4)', why: 'all are 系统繁忙, which nothing provokes' },
    {
      what: 'meta.md (28), data-auth.md (5)',
      why: 'templates are made by SNMS’s interface, rights stand in `auth` of values',
    },
    { what: 'handle.md 标识解析 (2)', why: 'the examples hold no JSON' },
  ],
};
