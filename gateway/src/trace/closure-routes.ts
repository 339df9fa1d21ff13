import { Router } from 'express';
import type * as z from 'zod';
import { fromMillionths } from '@yaosu/chaincode/model/kernel/quantity';
import type { Caller } from '../access/caller.js';
import { ApiError } from '../api/api-error.js';
import { CALLS } from '../api/calls.js';
import { guardedRead } from '../authority/guarded-read.js';
import { authenticate } from '../http/authenticate.js';
import { jsonBody, parsePart } from '../http/json-body.js';
import type { Services } from '../services.js';
import { openCasesOf } from './case-closure.js';

type Question = z.output<typeof CALLS.closure.body>;
type Answer = z.output<typeof CALLS.closure.response>;

/** What grew from batches, or what they grew from, and who holds how much of what the caller may see of it. */
const closureOf = async (
  services: Services,
  caller: Caller,
  { roots, direction }: Question,
): Promise<Answer> => {
  const { graph, sight, stock, projection } = services;
  const { enterprise } = caller;
  const [cases, totals] = await Promise.all([openCasesOf(services, caller), stock.totals(), sight.refresh()]);
  const isOpened = (batch: number): boolean =>
    cases.some(({ batches }) => batches.has(graph.batches.name(batch)));
  const isSeen = sight.seenBy(caller);
  const sees = (batch: number): boolean => isSeen(batch) || isOpened(batch);
  const known = roots.flatMap((root) => graph.batches.find(root) ?? []);
  if (known.length < roots.length || !known.every(sees)) throw new ApiError('BATCH_NOT_FOUND');
  const { numbers, levels } = graph.reach(known, direction);
  const visible = numbers.filter(sees);
  const isAnswered = sight.answeredBy(enterprise);
  // Whose goods they are may know where they are, and so may authorities; who only holds some knows its own.
  const isTold = (batch: number): boolean =>
    caller.authority !== null || isAnswered(batch) || isOpened(batch);
  const holders = totals.sum(visible, (batch) => (isTold(batch) ? undefined : enterprise));
  return {
    ...projection.asOf,
    levels: [...levels],
    visible: visible.length,
    hidden: numbers.length - visible.length,
    holders: holders.map(({ holder, unit, millionths }) => ({
      holder,
      unit,
      quantity: fromMillionths(millionths),
    })),
  };
};

/** `POST /api/closures` */
export const closureRoutes = (services: Services): Router =>
  Router().post(CALLS.closure.path, ...jsonBody, async (request, response) => {
    const caller = await authenticate(request, services.sessions);
    const question = parsePart(CALLS.closure.body, request.body, 'INPUT_INVALID');
    const read = { name: 'closure', params: {}, query: question, caller, services } as const;
    response.json(await guardedRead(read, () => closureOf(services, caller, question)));
  });
