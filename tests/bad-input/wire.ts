/** Bodies as bytes, at every route that takes one: derived from the OpenAPI document, so that none is forgotten. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import { CALLS } from '@yaosu/gateway/api/calls';
import { commandPath } from '@yaosu/gateway/api/client';
import { EPCIS_ROUTES } from '@yaosu/gateway/api/epcis';
import { UPLOADS } from '@yaosu/gateway/api/uploads';
import { IDENTIFIER_PATHS } from '@yaosu/gateway/openapi-identifiers';
import { expectNothingChanged, expectRefused } from './expect-refused.js';
import type { Workbench } from './workbench.js';

const JSON_TYPE = 'application/json';
const MEGABYTE = 1_048_576;
const SOME = 3;
const TEN_MEGABYTES = 10 * MEGABYTE;

const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

/** A body that no route takes, its type and the code. */
const BODIES: readonly (readonly [
  title: string,
  body: string | Uint8Array<ArrayBuffer>,
  type: string,
  code: string,
])[] = [
  ['nothing', '', JSON_TYPE, 'BODY_INVALID'],
  ['half of JSON', '{"envelope":{"command"', JSON_TYPE, 'BODY_INVALID'],
  ['null', 'null', JSON_TYPE, 'INPUT_INVALID'],
  ['a list', '[1]', JSON_TYPE, 'INPUT_INVALID'],
  ['a number beyond all others', '1e999', JSON_TYPE, 'BODY_INVALID'],
  ['a name twice', '{"a":1,"a":2}', JSON_TYPE, 'BODY_INVALID'],
  ['a name twice, spelled otherwise', '{"a":1,"\\u0061":2}', JSON_TYPE, 'BODY_INVALID'],
  ['deep JSON', nested(5_000), JSON_TYPE, 'BODY_INVALID'],
  ['half a character', '{"a":"\\ud800"}', JSON_TYPE, 'BODY_INVALID'],
  ['no UTF-8', Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x7d), JSON_TYPE, 'BODY_INVALID'],
  ['a byte order mark', '\ufeff{}', JSON_TYPE, 'BODY_INVALID'],
  ['a text of 1 MB', `"${'x'.repeat(MEGABYTE)}"`, JSON_TYPE, 'INPUT_INVALID'],
  ['a form', 'a=b', 'application/x-www-form-urlencoded', 'CONTENT_TYPE_UNSUPPORTED'],
  ['XML', '<a/>', 'text/xml', 'CONTENT_TYPE_UNSUPPORTED'],
  ['parts', '--x--', 'multipart/form-data; boundary=x', 'CONTENT_TYPE_UNSUPPORTED'],
];

const LIMITED: readonly string[] = [
  commandPath(ACTS.Batch.register),
  CALLS.storeDocument.path,
  CALLS.challenge.path,
  EPCIS_ROUTES.capture.path,
];

/** Big bodies are tried where the limits stand, small ones everywhere. */
const isBig = (body: string | Uint8Array): boolean => body.length > 100_000;

/** All of them where limits and parsers stand, some at each of the routes that are made from one table. */
const bodiesFor = (path: string): typeof BODIES => {
  if (LIMITED.includes(path)) return BODIES;
  return BODIES.filter(([, body], i) => !isBig(body) && (i + path.length) % SOME === 0);
};

interface Posted {
  readonly path: string;
  readonly isOpen: boolean;
}

const postsOf = async ({ gateway }: Workbench): Promise<readonly Posted[]> => {
  const document = (await (await fetch(`${gateway.url}/openapi.json`)).json()) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly security?: unknown }>>>>;
  };
  // The enterprise node refuses in its own words; what it makes of such bodies is tried beside it.
  const ours = Object.entries(document.paths).filter(([path]) => !IDENTIFIER_PATHS.has(path));
  return ours.flatMap(([path, methods]) => {
    const others = Object.keys(methods).filter((method) => !['get', 'post', 'delete'].includes(method));
    expect([path, others]).toEqual([path, []]);
    return methods['post'] === undefined ? [] : [{ path, isOpen: methods['post'].security === undefined }];
  });
};

/** A document is judged where other bodies are only taken apart. */
const codeAt = (path: string, code: string): readonly string[] => {
  if (path === EPCIS_ROUTES.subscriptions.path) return [code, 'SUBSCRIPTION_INVALID'];
  const isDocument = path === EPCIS_ROUTES.capture.path || path === EPCIS_ROUTES.captureEvent.path;
  return isDocument ? [code, 'EPCIS_DOCUMENT_INVALID', 'MANDATE_MISSING'] : [code];
};

const describeRoutes = (bench: () => Workbench): void => {
  test('every route refuses what is no body of its own', async () => {
    const posts = await postsOf(bench());
    expect(posts.length).toBeGreaterThan(95);
    const by = bench().stage.actor('makerRoot');
    await expectNothingChanged(bench(), async (noted) => {
      for (const { path } of posts.filter((each) => each.path !== UPLOADS.loggerExport.path)) {
        for (const [what, body, type, code] of bodiesFor(path)) {
          const title = `${path}: ${what}`;
          const told = expectRefused(title, await bench().post(path, body, { 'content-type': type }, by));
          expect([title, codeAt(path, code).includes(told), told]).toEqual([title, true, told]);
        }
      }
      expect(await noted()).toBe(0);
    });
  }, 60_000);

  test('every route but the open ones refuses who has no session, before it looks at the body', async () => {
    const { challenge, session, delivery, enrol, confirm } = CALLS;
    const open = [challenge, session, delivery, enrol, confirm].map(({ path }) => path);
    for (const { path, isOpen } of await postsOf(bench())) {
      const type = path === UPLOADS.loggerExport.path ? 'text/plain' : JSON_TYPE;
      const reply = await bench().post(path, '{}', { 'content-type': type });
      expect([path, isOpen]).toEqual([path, open.includes(path as never)]);
      expect([path, expectRefused(path, reply)]).toEqual([
        path,
        isOpen ? expect.any(String) : 'UNAUTHENTICATED',
      ]);
    }
  });

  test('a session that has ended', async () => {
    const ended = `Bearer ${'x.'.repeat(2)}x`;
    for (const path of LIMITED.filter((each) => each !== CALLS.challenge.path)) {
      const headers = { 'content-type': JSON_TYPE, authorization: ended };
      expect(expectRefused(path, await bench().post(path, '{}', headers))).toBe('SESSION_EXPIRED');
    }
  });

  test.each(['PUT', 'PATCH', 'DELETE'])('%s is no way to anything', async (method) => {
    const token = await bench().token(bench().stage.actor('makerRoot'));
    await expectNothingChanged(bench(), async () => {
      for (const path of [...LIMITED, '/api/records/ent~maker', '/api/batches']) {
        const response = await fetch(`${bench().gateway.url}${path}`, {
          method,
          headers: { authorization: `Bearer ${token}`, 'content-type': JSON_TYPE },
          body: '{}',
        });
        expect([path, response.status]).toEqual([path, 404]);
      }
    });
  });

  test('too much is too much', async () => {
    const by = bench().stage.actor('makerRoot');
    const much = `"${'x'.repeat(TEN_MEGABYTES)}"`;
    await expectNothingChanged(bench(), async () => {
      for (const path of LIMITED)
        expect(expectRefused(path, await bench().post(path, much, { 'content-type': JSON_TYPE }, by))).toBe(
          'BODY_TOO_LARGE',
        );
      const file = await bench().post(UPLOADS.loggerExport.path, much, { 'content-type': 'text/plain' }, by);
      expect(expectRefused('file', file)).toBe('BODY_TOO_LARGE');
    });
  });
};

/** Sends what it says, then hangs up. @returns what came back before */
const hangUp = async (url: string, head: string, body: string): Promise<string> => {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let text = '';
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString('latin1');
  });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.end(`${head}\r\nhost: x\r\ncontent-length: 1000000\r\n\r\n${body}`);
  await once(socket, 'close');
  return text;
};

const describeBroken = (bench: () => Workbench): void => {
  test('an upload that breaks off changes nothing, and the server goes on', async () => {
    const authorization = `Bearer ${await bench().token(bench().stage.actor('makerRoot'))}`;
    await expectNothingChanged(bench(), async () => {
      for (const [path, type] of [
        [commandPath(ACTS.Batch.register), JSON_TYPE],
        [CALLS.storeDocument.path, JSON_TYPE],
        [UPLOADS.loggerExport.path, 'text/plain'],
        [EPCIS_ROUTES.capture.path, JSON_TYPE],
      ] as const) {
        const head = `POST ${path} HTTP/1.1\r\nauthorization: ${authorization}\r\ncontent-type: ${type}`;
        const text = await hangUp(bench().gateway.url, head, '{"salt":');
        expect([path, /^HTTP\/1\.1 [25]/.test(text)]).toEqual([path, false]);
      }
    });
    expect((await fetch(`${bench().gateway.url}/readyz`)).status).toBe(200);
  });

  test('packed bytes that cannot be unpacked', async () => {
    const headers = { 'content-type': JSON_TYPE, 'content-encoding': 'gzip' };
    const by = bench().stage.actor('makerRoot');
    await expectNothingChanged(bench(), async () => {
      for (const encoding of ['gzip', 'br', 'zip', 'gzip, gzip']) {
        const sent = { ...headers, 'content-encoding': encoding };
        expectRefused(encoding, await bench().post(CALLS.storeDocument.path, 'no archive', sent, by));
      }
    });
  });
};

/** Tests of bodies as bytes. */
export const describeWire = (bench: () => Workbench): void => {
  describeRoutes(bench);
  describeBroken(bench);
};
