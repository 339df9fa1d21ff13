import { alias, withdrawAlias } from './code/alias.js';
import { aggregate, disaggregate } from './code/containers.js';
import { commission, rejectOnLine, reserve } from './code/serials.js';
import { decommission, dispense, recordDispensed, reverse } from './code/units.js';
import { newContract } from './new-contract.js';
import { codeActs } from '../model/code/acts.js';

/** Codes: serials on the line, containers, single units. */
export const CodeContract = newContract('Code', codeActs, {
  reserve,
  commission,
  rejectOnLine,
  aggregate,
  disaggregate,
  alias,
  withdrawAlias,
  dispense,
  recordDispensed,
  reverse,
  decommission,
});
