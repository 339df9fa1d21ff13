import { readFile } from 'node:fs/promises';
import type { Config } from '../config.js';
import { verifyData, type DataVerdict } from '../proofs/folder/verify-data.js';
import { checkTerms } from '../proofs/verify/check-terms.js';
import { parseTrust, verifyBundle, type Verdict } from '../proofs/verify/verify-bundle.js';

const STDIN = '/dev/stdin';

/**
 * Judges a bundle's file against a trust file, offline, and revealed terms against the task that it proves.
 * @throws when one of them cannot be read
 */
export const verifyFile = async (path: string, trustPath: string, termsPath?: string): Promise<Verdict> => {
  const trust = parseTrust(await readFile(trustPath, 'utf8'));
  const text = await readFile(path === '-' ? STDIN : path, 'utf8').catch(rethrow(path));
  const verdict = await verifyBundle(text, trust);
  if (termsPath === undefined) return verdict;
  const terms = checkTerms(text, await readFile(termsPath, 'utf8').catch(rethrow(termsPath)));
  return { ok: verdict.ok && terms.ok, checks: [...verdict.checks, terms] };
};

/** Judges a data folder whose gateway is stopped. @throws when it is in use */
export const verifyFolder = (config: Config): Promise<DataVerdict> => verifyData(config);

const rethrow =
  (path: string) =>
  (error: unknown): never => {
    throw new Error(`${path} cannot be read`, { cause: error });
  };
