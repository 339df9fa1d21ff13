/** `/snms/api/v5/template`: templates of values, for the firm that owns the prefix. */
import { Router, type RequestHandler } from 'express';
import { keptJson } from '../http/json-body.js';
import type { Services } from '../services.js';
import type { TemplateRow } from './change-log.js';
import { readTemplate, readTemplateName } from './input.js';
import { callerOf, handleBody, newRefusalHandler } from './protocol-http.js';
import { refuse, snmsRefusal } from './refusals.js';
import { snmsDone } from './snms-routes.js';
import { templateOf } from './templates.js';

/** Path of the routes. */
export const TEMPLATE_PATH = '/snms/api/v5/template';

const shown = ({ id, prefix, version, content }: TemplateRow): object => ({
  ...{ id, prefix, name: '', version, handle: `${prefix}/${version}` },
  ...content,
});

const read =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const caller = await callerOf(request, services);
    const { prefix, version } = readTemplateName(request.query);
    services.identifiers.desk.assertOwn(caller, prefix, 'templateForeign');
    response.json(
      snmsDone(shown((await templateOf(services.db, prefix, version)) ?? refuse('templateMissing'))),
    );
  };

const write =
  (services: Services, method: 'add' | 'change'): RequestHandler =>
  async (request, response) => {
    const caller = await callerOf(request, services);
    const input = readTemplate(keptJson(request));
    services.identifiers.desk.assertOwn(caller, input.prefix, 'templateForeign');
    await services.identifiers.templates[method](input, caller);
    response.json(snmsDone(true));
  };

const drop =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const caller = await callerOf(request, services);
    const { prefix, version } = readTemplateName(keptJson(request));
    services.identifiers.desk.assertOwn(caller, prefix, 'templateForeign');
    await services.identifiers.templates.drop(prefix, version, caller);
    response.json(snmsDone(true));
  };

/** All of it is for who is signed in for the firm of the prefix. */
export const templateRoutes = (services: Services): Router =>
  Router()
    .use(TEMPLATE_PATH, handleBody)
    .get(TEMPLATE_PATH, read(services))
    .post(TEMPLATE_PATH, write(services, 'add'))
    .put(TEMPLATE_PATH, write(services, 'change'))
    .delete(TEMPLATE_PATH, drop(services))
    .use(TEMPLATE_PATH, newRefusalHandler(services.log, snmsRefusal));
