/** `/identityv2/data`: identifiers as software of enterprise nodes (SNMS v5) asks for them. */
import { Router, type Request, type RequestHandler } from 'express';
import type { Caller } from '../access/caller.js';
import type { HandleValue } from '../api/identifiers.js';
import { keptJson } from '../http/json-body.js';
import type { Services } from '../services.js';
import type { Outcome } from './handle-desk.js';
import { readBatch, readHandleName, TEMPLATE_INDEX } from './input.js';
import { assertDone, callerOf, handleBody, newRefusalHandler, readerOf } from './protocol-http.js';
import { readableHandle } from './read-handle.js';
import { snmsRefusal, type HandleRefusal } from './refusals.js';

/** Base of the routes. */
export const SNMS_BASE = '/identityv2/data';

/** An answer about something that was done. */
export const snmsDone = (data: unknown): object => ({ message: 'success', status: 1, data });

const templateValue = (version: string): HandleValue => ({
  ...{ index: TEMPLATE_INDEX, type: 'TEMPLATE' },
  data: { format: 'string', value: version },
  auth: '1',
});

const detail =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const handle = readHandleName(request.query);
    const reader = await readerOf(request, services);
    const { row, values, facts } = await readableHandle(services, handle, reader);
    const { prefix, template: templateVersion } = row;
    const value = [templateValue(templateVersion), ...facts, ...values];
    response.json(snmsDone({ code: '200', prefix, handle, templateVersion, value }));
  };

type Act = (services: Services, caller: Caller, body: unknown) => Promise<unknown>;

const act =
  (services: Services, run: Act): RequestHandler =>
  async (request: Request, response) => {
    const caller = await callerOf(request, services);
    response.json(snmsDone(await run(services, caller, keptJson(request))));
  };

const SUCCESS = 'success';
const inBatch = (refusal: HandleRefusal): string =>
  refusal.kind === 'missing' ? '标识不存在' : refusal.message;

const told = (outcomes: readonly Outcome[]): readonly object[] =>
  outcomes.map(({ handle, refusal }) => ({
    handle,
    msg: refusal === undefined ? SUCCESS : inBatch(refusal),
  }));

const toldWithCodes = (outcomes: readonly Outcome[]): readonly object[] =>
  outcomes.map(({ handle, refusal }) =>
    refusal === undefined ? { handle, code: 1, msg: SUCCESS } : { handle, code: -2, msg: inBatch(refusal) },
  );

const one = async (outcomes: Promise<readonly Outcome[]>): Promise<true> => {
  assertDone(await outcomes);
  return true;
};

const create: Act = ({ identifiers: { desk } }, caller, body) => one(desk.register(caller, [body]));
const change: Act = ({ identifiers: { desk } }, caller, body) => one(desk.change(caller, [body]));
const remove: Act = ({ identifiers: { desk } }, caller, body) =>
  one(desk.remove(caller, [readHandleName(body)]));
const createAll: Act = async ({ identifiers: { desk } }, caller, body) =>
  told(await desk.register(caller, readBatch(body, '注册')));
const changeAll: Act = async ({ identifiers: { desk } }, caller, body) =>
  told(await desk.change(caller, readBatch(body, '更新')));
const removeAll: Act = async ({ identifiers: { desk } }, caller, body) => {
  const handles = readBatch(body, '删除').map((each) => readHandleName({ handle: each }));
  return toldWithCodes(await desk.remove(caller, handles));
};

/** Reading is for everybody who knows the identifier; the rest for who is signed in for the firm of its prefix. */
export const snmsRoutes = (services: Services): Router =>
  Router()
    .get(`${SNMS_BASE}/detail`, detail(services))
    .use(SNMS_BASE, handleBody)
    .post(SNMS_BASE, act(services, create))
    .put(SNMS_BASE, act(services, change))
    .delete(SNMS_BASE, act(services, remove))
    .post(`${SNMS_BASE}/batchCreate`, act(services, createAll))
    .put(`${SNMS_BASE}/batchUpdate`, act(services, changeAll))
    .delete(`${SNMS_BASE}/batchDelete`, act(services, removeAll))
    .use(SNMS_BASE, newRefusalHandler(services.log, snmsRefusal));
