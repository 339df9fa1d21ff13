import type { ObjectRecord } from '@yaosu/chaincode/model/code/schemas';
import { explainScan } from '@yaosu/chaincode/model/code/scan/explain-scan';
import { dayOf } from '@yaosu/chaincode/model/kernel/time';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { carrierOf, foreignHash } from '@yaosu/chaincode/signing/code-hash';
import type * as z from 'zod';
import { mayRead, maySeeBatch } from '../access/record-access.js';
import type { SearchHit, searchView } from '../api/search.js';
import { registeredAlias } from '../codes/registered-alias.js';
import { recordValue } from '../projection/directory.js';
import type { Finding } from './finding.js';

/** What the text is as a code, and what was found by it. */
export interface FoundCode {
  readonly code: z.output<typeof searchView>['code'];
  /** The lot that it names. */
  readonly lot: string | undefined;
  readonly hits: readonly SearchHit[];
}

const visible = async (
  { services: { db }, caller }: Finding,
  batches: readonly string[],
): Promise<string[]> => {
  const found: string[] = [];
  for (const batch of new Set(batches)) if (await maySeeBatch(db, caller, batch)) found.push(batch);
  return found;
};

const batchesIn = (
  type: 'obj' | 'unit' | 'drum',
  value: Readonly<Record<string, unknown>>,
): readonly string[] => {
  if (type === 'obj') return (value as unknown as ObjectRecord).contents.map(({ batch }) => batch);
  return type === 'unit' ? [String(value['batch'])] : [];
};

const recordsOf = async (finding: Finding, hash: string): Promise<readonly SearchHit[]> => {
  const { services, caller } = finding;
  const hits: SearchHit[] = [];
  for (const type of ['unit', 'obj', 'drum'] as const) {
    const key = keyOf(type, hash);
    const value = await recordValue(services.db, key);
    if (value === undefined || !(await mayRead(services.db, caller, key, value))) continue;
    const batches = await visible(finding, batchesIn(type, value));
    hits.push({ key, type, by: 'code', title: null, drill: false, batches });
  }
  return hits;
};

const asBatches = (batches: string[]): readonly SearchHit[] =>
  batches.map((batch) => ({
    key: keyOf('batch', batch),
    type: 'batch',
    by: 'code',
    title: null,
    drill: false,
    batches,
  }));

/** The commission that a pack's serial was issued for, where this gateway issued it and the caller may see its batch. */
const commissionOf = async (
  finding: Finding,
  gtin: string,
  serial: string,
): Promise<readonly SearchHit[]> => {
  const { db, issuing } = finding.services;
  const commission = (await issuing.find(gtin, serial))?.block.commission ?? null;
  if (commission === null) return [];
  const goods = (await recordValue(db, keyOf('obj', commission))) as ObjectRecord | undefined;
  return asBatches(await visible(finding, goods?.contents.map(({ batch }) => batch) ?? []));
};

/** What a second code stands for; where nothing has happened to that pack alone, its batch. */
const byAlias = async (finding: Finding, hash: string): Promise<readonly SearchHit[]> => {
  const alias = await registeredAlias(finding.services.db, hash);
  if (alias === undefined) return [];
  const records = await recordsOf(finding, alias.code);
  return records.length > 0 ? records : asBatches(await visible(finding, alias.batches));
};

/** What a code stands on, as far as the caller may see it. */
export const findCode = async (finding: Finding): Promise<FoundCode> => {
  const scan = explainScan(finding.text, { today: dayOf(finding.caller.at) });
  const elements = Object.fromEntries(scan.elements);
  // A firm's own code may be any text.
  if (scan.what === 'unknown')
    return { code: null, lot: undefined, hits: await byAlias(finding, foreignHash(finding.text)) };
  const code = {
    what: scan.what,
    elements: scan.elements.map(([ai, value]) => ({ ai, value })),
    problems: scan.problems.map(({ kind }) => kind),
  };
  const lot = elements['10'];
  if (!scan.isUsable) return { code, lot, hits: [] };
  const { '01': gtin, '21': serial } = elements;
  const hash = carrierOf(elements)?.hash ?? foreignHash(scan.text);
  const records = await recordsOf(finding, hash);
  if (records.length > 0) return { code, lot, hits: records };
  const issued = gtin !== undefined && serial !== undefined ? await commissionOf(finding, gtin, serial) : [];
  return { code, lot, hits: issued.length > 0 ? issued : await byAlias(finding, hash) };
};
