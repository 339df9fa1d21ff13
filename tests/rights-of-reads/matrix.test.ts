/**
 * Every read of the OpenAPI document × everybody × own, other, none and no session. What is allowed stands in the tables
 * beside this file, by hand; every other cell is refused, a thing of others byte for byte as one that is not there.
 * `YAOSU_RIGHTS=all` has everybody ask for the proof and the hash of every type of record as well; else they take turns there.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { KEY_PARTS } from '@yaosu/chaincode/model/kernel/keys';
import { systemPorts } from '@yaosu/gateway/ports';
import { startInProcess, type InProcessGateway } from '../support/story-gateway.js';
import { ask, askPages, codeOf, openStream, type Answer } from './ask.js';
import {
  AUTHORITIES,
  CALLER_NAMES,
  CALLERS,
  OUTSIDERS,
  SILENT,
  type CallerDefinition,
  type CallerName,
  type OutsiderName,
} from './callers.js';
import { layGround, type Ground } from './ground.js';
import { NODE_READS, tellsNarrow } from './identifiers.js';
import type { IdName } from './ids.js';
import { LISTS, OPEN, PUBLIC } from './lists.js';
import { codeOfNone, OBJECTS } from './objects.js';
import { FREE_KEYS, FREE_TYPES, RECORDS } from './records.js';
import type { Readers } from './row.js';
import { outsiders, type Headers } from './sessions.js';
import { inTurn } from './turns.js';
import { countsIn, WAITING } from './waiting.js';

const MINUTES = 60_000;
const RANDOM = 'ab'.repeat(32);
const OUTSIDER_NAMES = Object.keys(OUTSIDERS) as OutsiderName[];

const isAmong = (readers: Readers, name: CallerName): boolean =>
  readers === 'everybody' || readers.includes(name);

describe('rights of reads', () => {
  let turnedBackMs = 0;
  const ports = { ...systemPorts, clock: { nowMs: () => systemPorts.clock.nowMs() - turnedBackMs } };
  let gateway: InProcessGateway;
  let ground: Ground;
  let strangers: ReadonlyMap<OutsiderName, Headers>;
  /** Operation → callers × own, other, none that were asked. */
  const asked = new Map<string, Set<string>>();
  let cells = 0;

  beforeAll(async () => {
    gateway = await startInProcess(ports);
    ground = await layGround(gateway, ports);
    strangers = await outsiders(gateway, ground.stage, (ms) => {
      turnedBackMs = ms;
    });
  }, 4 * MINUTES);
  afterAll(() => gateway.remove());

  const note = (read: string, name: string, cell: 'own' | 'other' | 'none'): void => {
    cells += 1;
    asked.set(read, (asked.get(read) ?? new Set()).add(`${name} ${cell}`));
  };
  const fill = (path: string): string =>
    path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(ground.id(name as IdName)));
  const bodyOf = (read: string, root: string): object | undefined =>
    read === 'closure' ? { roots: [root] } : undefined;
  const by = (name: CallerName, path: string, body?: object): Promise<Answer> =>
    ask(gateway.url, path, ground.headers.get(name) ?? {}, body);

  /** Nobody without a session learns more than that there is none. */
  const expectOutsiders = async (
    read: string,
    paths: readonly string[],
    { body, turn = null }: { readonly body?: object | undefined; readonly turn?: number | null } = {},
  ): Promise<void> => {
    for (const name of inTurn(OUTSIDER_NAMES, turn)) {
      for (const path of paths) {
        const answer = await ask(gateway.url, path, strangers.get(name) ?? {}, body);
        expect([name, path, answer.status, codeOf(answer)]).toEqual([name, path, 401, OUTSIDERS[name]]);
        note(read, name, 'other');
      }
    }
  };

  /** Asks a thing and one that is not there: whoever may not see it cannot tell which is which. */
  const expectCells = async (
    read: string,
    [path, none]: readonly [path: string, none: string],
    readers: Readers,
    refusal: (name: CallerName) => string,
    {
      bodies = [],
      turn = null,
    }: { readonly bodies?: readonly (object | undefined)[]; readonly turn?: number | null } = {},
  ): Promise<ReadonlyMap<CallerName, Answer>> => {
    const [body, noBody] = bodies;
    const seen = new Map<CallerName, Answer>();
    for (const name of inTurn(CALLER_NAMES, turn)) {
      const nothing = await by(name, none, noBody);
      expect([name, none, codeOf(nothing)]).toEqual([name, none, refusal(name)]);
      note(read, name, 'none');
      const answer = await by(name, path, body);
      if (isAmong(readers, name)) {
        expect([name, path, codeOf(answer)]).toEqual([name, path, 200]);
        seen.set(name, answer);
      } else expect([name, path, answer]).toEqual([name, path, nothing]);
      note(read, name, isAmong(readers, name) ? 'own' : 'other');
    }
    await expectOutsiders(read, read === 'authorityReads' ? [path] : [path, none], { body, turn });
    return seen;
  };

  /** Reads that are about firms tell a silent authority to give a purpose. */
  const notFound =
    (code: string, isGuarded: boolean) =>
    (name: CallerName): string =>
      isGuarded && SILENT.includes(name) ? 'PURPOSE_REQUIRED' : code;

  test.each(OBJECTS.map((row) => ({ ...row, title: `${row.read} of ${row.what} at ${row.path}` })))(
    '$title',
    async ({ read, what, path, readers, opened, guarded }) => {
      const id = ground.id(what);
      const filled = fill(path);
      const paths = [filled.replace('{}', encodeURIComponent(id)), filled.replace('{}', RANDOM)] as const;
      const bodies = [bodyOf(read, id), bodyOf(read, RANDOM)] as const;
      const refusal = notFound(codeOfNone(read), guarded);
      const seen = await expectCells(read, paths, readers, refusal, { bodies });
      if (opened === undefined) return;
      const whom = [...seen]
        .filter(([, { text }]) => !text.includes('"identity":null'))
        .map(([name]) => name);
      expect(whom.sort()).toEqual([...opened].sort());
    },
  );

  const records = RECORDS.filter(({ what }) => what !== null);
  test.each(
    records.map((row, turn) => ({
      ...row,
      turn,
      title: `record, proof and hash of ${row.type} ${String(row.what)}`,
    })),
  )('$title', async ({ type, what, readers, turn }) => {
    const refusal = notFound('RECORD_NOT_FOUND', !FREE_TYPES.includes(type));
    const path = `/api/records/${encodeURIComponent(ground.id(what!))}`;
    // No public type is asked for here, so that a free key is told to nobody.
    const none = `/api/records/batch~${RANDOM}`;
    const noneOfType = `/api/records/${[type, ...KEY_PARTS[type].map(() => RANDOM)].join('~')}`;
    await expectCells('record', [path, noneOfType], readers, refusal);
    await expectCells('recordProof', [`${path}/proof`, `${noneOfType}/proof`], readers, refusal, {
      turn,
    });
    const hashOfNone = FREE_TYPES.includes(type) ? `/api/records/cmd~${RANDOM}/hash` : `${none}/hash`;
    await expectCells('recordHash', [`${path}/hash`, hashOfNone], readers, refusal, { turn });
  });

  test.each(FREE_KEYS)('that $key is free', async ({ key, told }) => {
    const path = `/api/records/${key.replace('{}', RANDOM)}/hash`;
    for (const name of CALLER_NAMES) {
      const answer = await by(name, path);
      if (isAmong(told, name)) expect(JSON.parse(answer.text)).toMatchObject({ hash: null });
      else
        expect(answer.status).toBe(
          SILENT.includes(name) && !FREE_TYPES.includes(key.split('~')[0]!) ? 403 : 404,
        );
      note('recordHash', name, 'none');
    }
  });

  test.each(LISTS.map((row) => ({ ...row, title: `${row.read} at ${row.path}` })))(
    'list $title',
    async ({ read, path, shows, guarded }) => {
      const filled = fill(path);
      const empty = await by('rival', filled);
      for (const name of CALLER_NAMES) {
        const answer = await askPages(gateway.url, filled, ground.headers.get(name) ?? {});
        if (guarded && SILENT.includes(name)) {
          expect([name, codeOf(answer)]).toEqual([name, 'PURPOSE_REQUIRED']);
          continue;
        }
        expect([name, codeOf(answer)]).toEqual([name, 200]);
        for (const { what, to } of shows) {
          expect([name, what, answer.text.includes(ground.id(what))]).toEqual([
            name,
            what,
            isAmong(to, name),
          ]);
          note(read, name, isAmong(to, name) ? 'own' : 'other');
        }
        note(read, name, 'none');
      }
      // Of a foreign batch there is as little as of one that is not there.
      const random = path.replace(/batch=\{\w+\}/, `batch=${RANDOM}`);
      if (random !== path) expect(empty).toEqual(await by('rival', random));
      await expectOutsiders(read, [filled]);
    },
  );

  test('stock of a foreign batch is that of none', async () => {
    const foreign = await by('rival', `/api/stock?batch=${ground.id('packed')}`);
    expect(foreign).toEqual(await by('rival', `/api/stock?batch=${RANDOM}`));
  });

  test.each(OPEN)('$read at $path is for everybody with a session', async ({ read, path, none }) => {
    for (const name of CALLER_NAMES) {
      expect([name, codeOf(await by(name, fill(path)))]).toEqual([name, 200]);
      note(read, name, 'own');
      if (none === null) continue;
      const { status } = await by(name, none);
      expect([name, status]).toEqual([name, SILENT.includes(name) && read === 'transaction' ? 403 : 404]);
      note(read, name, 'none');
    }
    await expectOutsiders(read, [fill(path)]);
  });

  test('each is told of itself: session and service key of the own enterprise', async () => {
    for (const name of CALLER_NAMES) {
      const { enterprise, roles }: CallerDefinition = CALLERS[name];
      const session: unknown = JSON.parse((await by(name, '/api/session')).text);
      expect(session).toMatchObject({ enterprise, roles: expect.arrayContaining([...roles]) });
    }
    const keys = await Promise.all(CALLER_NAMES.map((name) => by(name, '/api/service-key')));
    const enterprises = new Set(CALLER_NAMES.map((name) => CALLERS[name].enterprise));
    expect(new Set(keys.map(({ text }) => (JSON.parse(text) as { key: { kid: string } }).key.kid)).size).toBe(
      enterprises.size,
    );
  });

  test('each is told how much waits for it, of what its lists show and its functions are for', async () => {
    for (const name of CALLER_NAMES) {
      const answer = await by(name, '/api/waiting');
      if (SILENT.includes(name)) expect([name, codeOf(answer)]).toEqual([name, 'PURPOSE_REQUIRED']);
      else expect([name, countsIn(answer)]).toEqual([name, WAITING[name] ?? {}]);
      note('waiting', name, WAITING[name] === undefined ? 'other' : 'own');
    }
    await expectOutsiders('waiting', ['/api/waiting']);
  });

  test('the chain of reads is for authorities, each its own', async () => {
    const path = '/api/authority/reads?limit=200';
    const nowhere = '/api/nothing/here';
    const seen = await expectCells('authorityReads', [path, nowhere], AUTHORITIES, () => 'ROUTE_NOT_FOUND');
    for (const [name, { text }] of seen) {
      const { reads } = JSON.parse(text) as { readonly reads: readonly { readonly enterprise: string }[] };
      expect(reads.every(({ enterprise }) => enterprise === CALLERS[name].enterprise)).toBe(true);
    }
  });

  test('the stream of blocks is for everybody with a session', async () => {
    for (const name of CALLER_NAMES) {
      expect([name, await openStream(gateway.url, '/api/events', ground.headers.get(name) ?? {})]).toEqual([
        name,
        200,
      ]);
      note('events', name, 'own');
    }
    await expectOutsiders('events', ['/api/events']);
  });

  test.each(Object.entries(PUBLIC))('%s needs no session', async (read, path) => {
    for (const [name, headers] of [...ground.headers, ...strangers]) {
      expect([name, (await ask(gateway.url, path, headers)).status]).toEqual([name, 200]);
      note(read, name, 'own');
    }
  });

  test.each(NODE_READS)('$read tells its readers alone', async ({ read, path, readers }) => {
    for (const [name, headers] of [...ground.headers, ...strangers]) {
      const { status, text } = await ask(gateway.url, path, headers);
      expect([name, status, tellsNarrow(text)]).toEqual([name, 200, readers.includes(name)]);
      note(read, name, readers.includes(name) ? 'own' : 'other');
    }
  });

  test('everybody has asked every read of the document, own things where there are some, others and none', async () => {
    const { paths } = JSON.parse((await ask(gateway.url, '/openapi.json', {})).text) as {
      readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>>;
    };
    const reads = Object.values(paths).flatMap(({ get }) => (get === undefined ? [] : [get.operationId]));
    expect([...asked.keys()].sort()).toEqual([...reads, 'closure'].sort());
    const ofThings = new Set([
      ...OBJECTS.map(({ read }) => read),
      'record',
      'recordProof',
      'recordHash',
      'records',
    ]);
    const missing = [...ofThings].flatMap((read) =>
      CALLER_NAMES.filter((name) => !(read === 'records' && SILENT.includes(name))).flatMap((name) =>
        (['other', 'none'] as const)
          .filter((cell) => asked.get(read)?.has(`${name} ${cell}`) !== true)
          .map((cell) => `${read} ${name} ${cell}`),
      ),
    );
    expect(missing).toEqual([]);
    expect(cells).toBeGreaterThan(8_000);
  });
});
