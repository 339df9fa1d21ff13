/** Records of waste by their names, and the licences that they are judged by. */
import type * as z from 'zod';
import { licenceRecord, siteRecord } from '../../model/enterprise/schemas.js';
import { YaosuError } from '../../model/kernel/errors.js';
import { keyOf, type KeyType } from '../../model/kernel/keys.js';
import { manifestRecord, type ManifestRecord } from '../../model/waste/manifest-schemas.js';
import {
  drumRecord,
  planRecord,
  streamRecord,
  type DrumRecord,
  type PlanRecord,
  type StreamRecord,
} from '../../model/waste/schemas.js';
import type { Licence } from '../../rules/waste/assert-licensed.js';
import type { ActTransaction } from '../act-transaction.js';

/** A record that has to be there. @throws SUBJECT_NOT_FOUND */
export const loadRecord = async <S extends z.ZodType>(
  { state }: ActTransaction,
  schema: S,
  type: KeyType,
  ...parts: readonly string[]
): Promise<z.output<S>> => {
  const record = await state.get(schema, type, ...parts);
  if (record === undefined) throw new YaosuError('SUBJECT_NOT_FOUND', { key: keyOf(type, ...parts) });
  return record;
};

/** @throws SUBJECT_NOT_FOUND */
export const loadStream = (tx: ActTransaction, stream: string): Promise<StreamRecord> =>
  loadRecord(tx, streamRecord, 'stream', stream);

/** @throws SUBJECT_NOT_FOUND */
export const loadDrum = (tx: ActTransaction, drum: string): Promise<DrumRecord> =>
  loadRecord(tx, drumRecord, 'drum', drum);

/** @throws SUBJECT_NOT_FOUND */
export const loadManifest = (tx: ActTransaction, manifest: string): Promise<ManifestRecord> =>
  loadRecord(tx, manifestRecord, 'man', manifest);

/** What names a plan. */
export type PlanName = Pick<PlanRecord, 'generator' | 'disposer' | 'code' | 'year'>;

/** Key parts of a plan. */
export const partsOfPlan = ({ generator, disposer, code, year }: PlanName): readonly string[] => [
  generator,
  disposer,
  code,
  year,
];

/** @throws WASTE_PLAN_MISSING */
export const loadPlan = async ({ state }: ActTransaction, name: PlanName): Promise<PlanRecord> => {
  const plan = await state.get(planRecord, 'plan', ...partsOfPlan(name));
  if (plan === undefined) throw new YaosuError('WASTE_PLAN_MISSING', { code: name.code, year: name.year });
  return plan;
};

/** All licences of an enterprise. */
export const licencesOf = ({ state }: ActTransaction, enterprise: string): Promise<readonly Licence[]> =>
  state.range(licenceRecord, 'lic', enterprise);

/** GB/T 2260 area of a site. @throws SITE_NOT_FOUND */
export const areaOf = async ({ state }: ActTransaction, enterprise: string, gln: string): Promise<string> => {
  const site = await state.get(siteRecord, 'site', enterprise, gln);
  if (site === undefined) throw new YaosuError('SITE_NOT_FOUND', { gln });
  return site.area;
};
