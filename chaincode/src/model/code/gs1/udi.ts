/** Unique device identification on GS1 carriers: the device, and what was made when. */
import type { Element } from './problems.js';

/** A device identifier (UDI-DI) and production identifiers (UDI-PI). */
export interface Udi {
  readonly device: string;
  readonly production: readonly Element[];
}

/** Lot, production and expiry date, serial number, version of software, and what 国家药监局 and FDA accept besides. */
const PRODUCTION: readonly string[] = ['10', '11', '17', '21', '8012', '4326', '7003'];

/** The UDI of elements; undefined without a GTIN. */
export const udiOf = (elements: readonly Element[]): Udi | undefined => {
  const device = elements.find(([ai]) => ai === '01')?.[1];
  return device === undefined
    ? undefined
    : { device, production: elements.filter(([ai]) => PRODUCTION.includes(ai)) };
};
