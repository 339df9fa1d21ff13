/** Where the vectors lie: test data beside the repository, never part of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Floors } from './run-sets.js';

const named = process.env['CONFORMANCE_DIR'];

/** Whether the folder is the one beside the repository, which has to hold every set. */
export const IS_DEFAULT_FOLDER = named === undefined;

/** The folder named by the environment, or the one beside the repository. */
export const CONFORMANCE_FOLDER = named ?? join(import.meta.dirname, '../../../shared/conformance');

/** A JSON file of a set, in the form that its reader expects. */
export const readJson = <T>(...path: readonly string[]): T =>
  JSON.parse(readFileSync(join(...path), 'utf8')) as T;

/** The committed floors. */
export const FLOORS = readJson<Floors>(import.meta.dirname, 'floors.json');
