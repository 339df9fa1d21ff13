/** `/api/v1/doip`: identifiers as digital objects; the operation stands in the query. */
import { Router, type Request, type RequestHandler } from 'express';
import type { Caller } from '../access/caller.js';
import type { HandleValue } from '../api/identifiers.js';
import { keptJson } from '../http/json-body.js';
import type { Services } from '../services.js';
import { objectOf, templateNamed, templateObject, valuesOf } from './digital-object.js';
import { handleOf } from './handle-rows.js';
import { prefixOf, readDigitalObject, readOperation } from './input.js';
import { assertDone, callerOf, handleBody, newRefusalHandler, readerOf } from './protocol-http.js';
import { readableHandle } from './read-handle.js';
import { doipRefusal, HandleRefusal, refuse } from './refusals.js';
import { templateOf } from './templates.js';

/** Path of the routes. */
export const DOIP_PATH = '/api/v1/doip';

const DONE = 10_000;
const READ = 1;

type Operation = (services: Services, request: Request, target: string) => Promise<object>;
/** Values of an update, of those that are there and those that are handed in. */
type Joining = (former: readonly HandleValue[], given: readonly HandleValue[]) => readonly HandleValue[];

/** Who may do something to the target. @throws HandleRefusal */
const ownerAt = async (services: Services, request: Request, target: string): Promise<Caller> => {
  const caller = await callerOf(request, services);
  services.identifiers.desk.assertOwn(caller, prefixOf(target) ?? refuse('input', '标识格式错误'));
  return caller;
};

const registrationOf = async (
  { db }: Services,
  request: Request,
  target: string,
  former: readonly HandleValue[],
) => {
  const object = readDigitalObject(keptJson(request));
  const template = await templateNamed(db, object.type, prefixOf(target) ?? '');
  const value = valuesOf(object.attributes.content, template.content.items, former);
  return { object, registration: { handle: target, templateVersion: template.version, value } };
};

const create: Operation = async (services, request, target) => {
  const caller = await ownerAt(services, request, target);
  const { object, registration } = await registrationOf(services, request, target, []);
  assertDone(await services.identifiers.desk.register(caller, [registration]));
  return { code: DONE, message: '成功', data: object };
};

const updateBy =
  (join: Joining): Operation =>
  async (services, request, target) => {
    const caller = await ownerAt(services, request, target);
    const former = (await handleOf(services.db, target)) ?? refuse('missing');
    const { object, registration } = await registrationOf(services, request, target, former.value);
    const value = join(former.value, registration.value);
    assertDone(await services.identifiers.desk.change(caller, [{ ...registration, value }]));
    return { code: DONE, message: 'success', data: object };
  };

/** What is not named stays. */
const joined: Joining = (former, given) => {
  const named = new Set(given.map(({ index }) => index));
  return [...former.filter(({ index }) => !named.has(index)), ...given];
};

const remove: Operation = async (services, request, target) => {
  const caller = await callerOf(request, services);
  assertDone(await services.identifiers.desk.remove(caller, [target]));
  return { code: DONE, message: '成功' };
};

/** A template is its owner's. */
const templateAt = async (services: Services, request: Request, target: string): Promise<object> => {
  const prefix = prefixOf(target) ?? refuse('missing');
  const found = (await templateOf(services.db, prefix, target.slice(prefix.length + 1))) ?? refuse('missing');
  if ((await readerOf(request, services)) !== found.enterprise) refuse('hidden');
  return templateObject(found);
};

const objectAt = async (services: Services, request: Request, target: string): Promise<object> => {
  const found = await readableHandle(services, target, await readerOf(request, services));
  const template = await templateOf(services.db, found.row.prefix, found.row.template);
  return objectOf(found, template?.content.items ?? []);
};

/** An identifier, or else a template of this name. */
const retrieve: Operation = async (services, request, target) => {
  const data = await objectAt(services, request, target).catch((error: unknown) => {
    if (error instanceof HandleRefusal && error.kind === 'missing')
      return templateAt(services, request, target);
    throw error;
  });
  return { code: READ, message: '成功', data };
};

const RETRIEVE = '0.DOIP/Op.Retrieve';
const OPERATIONS: ReadonlyMap<string, Operation> = new Map([
  [RETRIEVE, retrieve],
  ['0.DOIP/Op.Create', create],
  ['0.DOIP/Op.Update', updateBy((_former, given) => given)],
  ['0.DOIP.EXTEND/Op.Update.Non.Overlay', updateBy(joined)],
  ['0.DOIP/Op.Delete', remove],
]);
/** Of DOIP, and not of enterprise nodes. */
const UNSUPPORTED: readonly string[] = ['0.DOIP/Op.Hello', '0.DOIP/Op.ListOperations', '0.DOIP/Op.Search'];
const EXTENSIONS = '0.DOIP.EXTEND/';

/** @throws HandleRefusal */
const operationNamed = (id: string, method: string): Operation => {
  const found = OPERATIONS.get(id);
  if (found === undefined && id.startsWith(EXTENSIONS)) return refuse('extensionDeclined');
  const isUnfit = UNSUPPORTED.includes(id) || (method === 'GET' && found !== undefined && id !== RETRIEVE);
  if (isUnfit) return refuse('operationUnsupported');
  return found ?? refuse('operationMissing');
};

const operate =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const { targetId, operationId } = readOperation(request.query);
    const operation = operationNamed(operationId, request.method);
    response.json(await operation(services, request, targetId));
  };

/** Retrieving is for everybody who knows the identifier; the rest for who is signed in for the firm of its prefix. */
export const doipRoutes = (services: Services): Router =>
  Router()
    .get(DOIP_PATH, operate(services))
    .post(DOIP_PATH, handleBody, operate(services))
    .use(DOIP_PATH, newRefusalHandler(services.log, doipRefusal));
