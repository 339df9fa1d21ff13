/** Runs sets of vectors and judges their results by the floors. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Case, ConformanceSet, LeftOut } from './set.js';

/** What came of a set; `problem` says why it is a failure as a whole. */
export interface SetResult {
  readonly name: string;
  readonly passed: number;
  readonly failures: readonly string[];
  readonly total: number;
  readonly leftOut: readonly LeftOut[];
  readonly problem: string | undefined;
}

/** Set → number of cases that have to pass. */
export type Floors = Readonly<Record<string, number>>;

/** What a run is judged by; in another folder than the default one, which may hold fewer cases, all of those have to pass. */
export interface Measure {
  readonly floors: Floors;
  readonly isDefaultFolder: boolean;
}

/** @returns why a case fails, or undefined */
const failureOf = async ({ id, passes }: Case): Promise<string | undefined> => {
  try {
    return (await passes()) ? undefined : id;
  } catch (error) {
    return `${id}: ${error instanceof Error ? error.message : String(error)}`;
  }
};

const problemOf = (
  passed: number,
  total: number,
  floor: number | undefined,
  isDefaultFolder: boolean,
): string | undefined => {
  if (total === 0) return 'no case was run';
  if (floor === undefined) return 'it has no floor';
  const least = isDefaultFolder ? floor : Math.min(floor, total);
  return passed < least ? `under its floor of ${String(least)}` : undefined;
};

const runSet = async (
  folder: string,
  { floors, isDefaultFolder }: Measure,
  set: ConformanceSet,
): Promise<SetResult> => {
  const { name, leftOut } = set;
  const path = join(folder, set.at);
  if (!existsSync(path))
    return { name, passed: 0, failures: [], total: 0, leftOut, problem: 'it is missing' };
  const cases = await set.cases(path);
  const failures: string[] = [];
  for (const each of cases) failures.push(...[(await failureOf(each)) ?? []].flat());
  await set.close?.();
  const passed = cases.length - failures.length;
  const problem = problemOf(passed, cases.length, floors[name], isDefaultFolder);
  return { name, passed, failures, total: cases.length, leftOut, problem };
};

/** Runs every set below a folder that exists. */
export const runSets = async (
  folder: string,
  sets: readonly ConformanceSet[],
  measure: Measure,
): Promise<readonly SetResult[]> => {
  const results: SetResult[] = [];
  for (const set of sets) results.push(await runSet(folder, measure, set));
  return results;
};

/** The sets that a folder holds, and the names of those that it lacks: lacking is a failure in the default folder only. */
export const setsIn = (
  folder: string,
  sets: readonly ConformanceSet[],
): { readonly held: readonly ConformanceSet[]; readonly lacking: readonly string[] } => {
  const isHeld = ({ at }: ConformanceSet): boolean => existsSync(join(folder, at));
  return {
    held: sets.filter(isHeld),
    lacking: sets.filter((set) => !isHeld(set)).map(({ name }) => name),
  };
};
