import { Router } from 'express';
import { fromMillionths } from '@yaosu/chaincode/model/kernel/quantity';
import { ApiError } from '../api/api-error.js';
import { CALLS } from '../api/calls.js';
import { authenticate } from '../http/authenticate.js';
import { jsonBody, parsePart } from '../http/json-body.js';
import type { Services } from '../services.js';
import { writeRead } from '../authority/guarded-read.js';
import { openCasesOf } from './case-closure.js';

/** `POST /api/closures`: what grew from batches, or what they grew from, and who holds how much of it. */
export const closureRoutes = (services: Services): Router => {
  const { graph, sight, totals, projection, sessions } = services;
  return Router().post(CALLS.closure.path, ...jsonBody, async (request, response) => {
    const caller = await authenticate(request, sessions);
    const { enterprise, at } = caller;
    const { roots, direction } = parsePart(CALLS.closure.body, request.body, 'INPUT_INVALID');
    const [cases] = await Promise.all([openCasesOf(services, enterprise), sight.refresh()]);
    const isOpened = (batch: number): boolean =>
      cases.some(({ batches }) => batches.has(graph.batches.name(batch)));
    const sees = (batch: number): boolean => sight.sees(enterprise, batch, at) || isOpened(batch);
    const known = roots.flatMap((root) => graph.batches.find(root) ?? []);
    if (known.length < roots.length || !known.every(sees)) throw new ApiError('BATCH_NOT_FOUND');
    const { numbers, levels } = graph.reach(known, direction);
    const visible = numbers.filter(sees);
    // Whose goods they are may know where they are; who only holds some knows its own.
    const onlyOf = (batch: number): string | undefined =>
      sight.answersFor(enterprise, batch) || isOpened(batch) ? undefined : enterprise;
    const opened = cases.find(({ batches }) => batches.has(roots[0] ?? ''));
    if (opened !== undefined)
      await writeRead(services, caller, opened, { read: 'closure', asked: { roots, direction } });
    response.json({
      asOfBlock: projection.asOfBlock,
      levels,
      visible: visible.length,
      hidden: numbers.length - visible.length,
      holders: totals.sum(visible, onlyOf).map(({ holder, unit, millionths }) => ({
        holder,
        unit,
        quantity: fromMillionths(millionths),
      })),
    });
  });
};
