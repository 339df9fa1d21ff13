/** Codes of hazardous waste: `NNN-NNN-NN`, industry (GB/T 4754), number, category of the national catalogue. */
import * as z from 'zod';
import { isWasteCode } from './waste-code-form.js';

/** A waste code, e.g. `271-002-02`; whether the edition in force lists it is the authority's data. */
export const wasteCode = z
  .string()
  .refine(isWasteCode, 'WASTE_CODE')
  .meta({ id: 'WasteCode', examples: ['271-002-02'] });

export { categoryOf, isWasteCode, scopeNames } from './waste-code-form.js';
