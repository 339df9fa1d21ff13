/** The gate before it is asked: what the ledger would refuse a load of waste for, judged by its rules on what this phone knows. */
import type { ErrorCode } from '@yaosu/chaincode/model/kernel/errors';
import { YaosuError } from '@yaosu/chaincode/model/kernel/errors';
import {
  assertClassesLicensed,
  assertCodeLicensed,
  assertProvincesPermitted,
  crossesProvinces,
  type Licence,
  type Transfer,
} from '@yaosu/chaincode/rules/waste/assert-licensed';
import type { Day, Manifest } from '../shipments/reference.js';
import type { DepartMessage } from '../hand-over/messages.js';

type Known = Pick<Day, 'licences' | 'areas'>;
type Permit = DepartMessage['p'];

/** What a rule refuses; undefined when it holds. @throws everything that is no refusal */
const refusalOf = (rule: () => void): ErrorCode | undefined => {
  try {
    rule();
    return undefined;
  } catch (error) {
    if (error instanceof YaosuError) return error.code;
    throw error;
  }
};

/** What a carrier may not carry by its licences; undefined where it may, or where this phone does not know them. */
export const carrierProblem = (
  { licences }: Pick<Day, 'licences'>,
  carrier: string,
  classes: readonly string[],
  at: string,
): ErrorCode | undefined => {
  const known = licences[carrier];
  return known && refusalOf(() => assertClassesLicensed(known, classes, at));
};

const transferOf = ({ generator, code, from, to }: Manifest, { areas }: Known): Transfer | undefined => {
  const [fromArea, toArea] = [areas[from], areas[to]];
  return fromArea === undefined || toArea === undefined ? undefined : { generator, code, fromArea, toArea };
};

const asPermit = ({ number, evidence }: Licence): Permit => ({ number, digest: evidence });

/** The approval that lets a load cross provinces; null where none is needed or none is known. */
export const permitOf = (manifest: Manifest, known: Known, at: string): Permit => {
  const transfer = transferOf(manifest, known);
  if (transfer === undefined || !crossesProvinces(transfer)) return null;
  const permit = known.licences[manifest.disposer]?.find(
    (each) => refusalOf(() => assertProvincesPermitted(transfer, each, each.evidence, at)) === undefined,
  );
  return permit === undefined ? null : asPermit(permit);
};

/** Why the load does not leave; undefined where nothing is known against it. @param at RFC 3339 */
export const gateProblem = (manifest: Manifest, known: Known, at: string): ErrorCode | undefined => {
  const { disposer, carrier, code, to, lines } = manifest;
  const theirs = known.licences[disposer];
  const transfer = transferOf(manifest, known);
  const classes = lines.map(({ dangerousClass }) => dangerousClass);
  const isPermitted = transfer === undefined || !crossesProvinces(transfer);
  return (
    (theirs && refusalOf(() => assertCodeLicensed(theirs, code, at, to))) ??
    carrierProblem(known, carrier, classes, at) ??
    (isPermitted || permitOf(manifest, known, at) !== null ? undefined : 'WASTE_PROVINCE_PERMIT_MISSING')
  );
};
