/** The gate before departure: everything that a manifest must satisfy, loaded once and judged by the rules. */
import { licenceRecord } from '../../model/enterprise/schemas.js';
import { YaosuError } from '../../model/kernel/errors.js';
import type { ManifestRecord } from '../../model/waste/manifest-schemas.js';
import type { DrumRecord, StreamRecord } from '../../model/waste/schemas.js';
import {
  assertClassesLicensed,
  assertCodeLicensed,
  assertProvincesPermitted,
} from '../../rules/waste/assert-licensed.js';
import { assertWithinPlan } from '../../rules/waste/plan-amounts.js';
import type { ActTransaction } from '../act-transaction.js';
import { areaOf, licencesOf, loadDrum, loadPlan, loadStream } from './load.js';

/** Approval of a transfer across provinces as the command names it. */
export interface Permit {
  readonly number: string;
  readonly digest: string;
}

/** The carrier's licences name every class on board. @throws WASTE_CARRIER_UNLICENSED */
export const requireCarrierLicensed = async (
  tx: ActTransaction,
  carrier: string,
  { lines }: Pick<ManifestRecord, 'lines'>,
): Promise<void> => {
  const classes = lines.map(({ dangerousClass }) => dangerousClass);
  assertClassesLicensed(await licencesOf(tx, carrier), classes, tx.at);
};

/** @throws WASTE_PROVINCE_PERMIT_MISSING */
const requireProvinces = async (
  tx: ActTransaction,
  manifest: ManifestRecord,
  permit: Permit | null,
): Promise<void> => {
  const { generator, code, from, disposer, to } = manifest;
  const fromArea = await areaOf(tx, generator, from);
  const toArea = await areaOf(tx, disposer, to);
  const approval =
    permit === null ? undefined : await tx.state.get(licenceRecord, 'lic', disposer, permit.number);
  assertProvincesPermitted({ generator, code, fromArea, toArea }, approval, permit?.digest, tx.at);
};

/**
 * Code × disposer's licence × plan × carrier's licence × provinces.
 * @throws WASTE_CODE_NOT_LICENSED, WASTE_PLAN_MISSING, WASTE_PLAN_EXCEEDED, WASTE_CARRIER_UNLICENSED,
 * WASTE_PROVINCE_PERMIT_MISSING
 */
export const requireMayDepart = async (
  tx: ActTransaction,
  manifest: ManifestRecord,
  permit: Permit | null,
): Promise<void> => {
  assertCodeLicensed(await licencesOf(tx, manifest.disposer), manifest.code, tx.at, manifest.to);
  assertWithinPlan(await loadPlan(tx, manifest));
  await requireCarrierLicensed(tx, manifest.carrier, manifest);
  await requireProvinces(tx, manifest, permit);
};

/** A drum about to leave, and its stream. */
export interface Load {
  readonly drum: DrumRecord & { sealed: NonNullable<DrumRecord['sealed']> };
  readonly stream: StreamRecord;
}

/** Sealed drums of one generator, site and code. @throws SUBJECT_NOT_FOUND, WASTE_DRUM_UNFIT, WASTE_CODE_MIXED */
export const loadSealed = async (
  tx: ActTransaction,
  generator: string,
  names: readonly string[],
): Promise<readonly Load[]> => {
  const loads: Load[] = [];
  for (const name of names) {
    const drum = await loadDrum(tx, name);
    if (drum.generator !== generator) throw new YaosuError('ENTERPRISE_FOREIGN', { enterprise: generator });
    const { sealed, state } = drum;
    if (state !== 'sealed' || sealed === null)
      throw new YaosuError('WASTE_DRUM_UNFIT', { drum: name, state });
    const stream = await loadStream(tx, drum.stream);
    const first = loads[0] ?? { drum, stream };
    if (first.stream.code !== stream.code || first.drum.site !== drum.site) {
      throw new YaosuError('WASTE_CODE_MIXED', { drum: name });
    }
    loads.push({ drum: { ...drum, sealed }, stream });
  }
  return loads;
};
