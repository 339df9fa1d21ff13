/** What a refusal has to look like, and that it has left nothing behind. */
import { expect } from '@jest/globals';
import { problem, PROBLEM_TYPE } from '@yaosu/gateway/api/problem';
import { fingerprint, type Fingerprint } from './fingerprint.js';
import type { Reply, Workbench } from './workbench.js';

const STACK = /\bat [\w.<>]+ \(|node_modules|\.[jt]s:\d+/;
const ALL = 1_000_000;

/** What a reply says: its status and code. */
export const verdictOf = ({ status, text }: Reply): string => {
  if (status < 400) return String(status);
  const { code } = JSON.parse(text) as { readonly code?: string };
  return `${String(status)} ${code ?? ''}`;
};

/** A client's fault, by a code of the table, without a trace of our insides. @returns the code */
export const expectRefused = (title: string, reply: Reply): string => {
  const { status, type, text } = reply;
  expect([title, status >= 400 && status < 500, status, text.slice(0, 200)]).toEqual([
    title,
    true,
    status,
    text.slice(0, 200),
  ]);
  expect([title, type?.startsWith(PROBLEM_TYPE)]).toEqual([title, true]);
  const { code } = problem.parse({ ...(JSON.parse(text) as object), type: 'any' });
  expect([title, STACK.test(text)]).toEqual([title, false]);
  return code;
};

/**
 * Runs requests that have to change nothing: ledger, tables, vault and reads stay; the journal notes refusals only.
 * @param run is given a count of the steps that the journal has noted meanwhile
 */
export const expectNothingChanged = async (
  { gateway }: Workbench,
  run: (noted: () => Promise<number>) => Promise<void>,
): Promise<void> => {
  const before: Fingerprint = await fingerprint(gateway);
  const noted = async (): Promise<number> =>
    (await gateway.services.journal.audit(before.journal + 1, ALL)).length;
  await run(noted);
  const after = await fingerprint(gateway);
  expect({ ...after, journal: 0 }).toEqual({ ...before, journal: 0 });
  const steps = await gateway.services.journal.audit(before.journal + 1, ALL);
  expect([...new Set(steps.map(({ event }) => event))].filter((event) => event !== 'received')).toEqual(
    steps.length === 0 ? [] : ['refused'],
  );
};
