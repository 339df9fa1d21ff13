/** Entry of the thread that makes and checks signatures. */
import type { KeyObject } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import type { CurveOrder, CurveReport, CurveResult, CurveTask } from './curve-messages.js';
import { curveResult } from './curve-result.js';

const port = parentPort;
if (port === null) throw new Error('A thread of signatures has no ledger to talk to');
const keys = new Map<number, KeyObject>();
/** So many results at a time: the first ones do not wait for all of a long order. */
const REPORTED = 8;

const resultOf = (task: CurveTask): CurveResult => {
  const key = keys.get(task.key);
  return key === undefined ? { failure: `no key ${String(task.key)}` } : curveResult(task, key);
};

port.on('message', (order: CurveOrder) => {
  for (const [number, key] of order.keys) keys.set(number, key);
  for (let from = 0; from < order.tasks.length; from += REPORTED) {
    const report: CurveReport = order.tasks
      .slice(from, from + REPORTED)
      .map((task) => [task.id, resultOf(task)]);
    port.postMessage(report);
  }
});
