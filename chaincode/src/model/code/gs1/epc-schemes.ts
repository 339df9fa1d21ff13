/** Schemes of EPC URIs (Tag Data Standard 1.13, section 6.3). */

/**
 * How a scheme spells its key: `digits` of company prefix and reference together, whose first reference digit may lead
 * as the indicator; `free` references have no fixed length and no check digit.
 */
export interface EpcScheme {
  readonly ai: string;
  readonly form: 'indicator' | 'plain' | 'free';
  readonly digits: number;
  /** Written before the company prefix. */
  readonly lead?: string;
  /** AI of the serial number or lot; `append`: it is part of the key's value. */
  readonly serial?: string;
  /** The serial number that means that there is none. */
  readonly noSerial?: string;
  /** Piece and total of an ITIP follow the reference. */
  readonly isPiece?: true;
}

const GTIN = { ai: '01', form: 'indicator', digits: 13 } as const;
const PLAIN_12 = { form: 'plain', digits: 12 } as const;
const PLAIN_17 = { form: 'plain', digits: 17 } as const;

/** `kind:name` of an EPC URI → its scheme. */
export const EPC_SCHEMES: Readonly<Record<string, EpcScheme>> = {
  'id:sgtin': { ...GTIN, serial: '21' },
  'id:upui': { ...GTIN, serial: '235' },
  'id:itip': { ...GTIN, ai: '8006', serial: '21', isPiece: true },
  'id:sscc': { ai: '00', form: 'indicator', digits: 17 },
  'id:sgln': { ...PLAIN_12, ai: '414', serial: '254', noSerial: '0' },
  'id:pgln': { ...PLAIN_12, ai: '417' },
  'id:grai': { ...PLAIN_12, ai: '8003', lead: '0', serial: 'append' },
  'id:gdti': { ...PLAIN_12, ai: '253', serial: 'append' },
  'id:sgcn': { ...PLAIN_12, ai: '255', serial: 'append' },
  'id:gsrn': { ...PLAIN_17, ai: '8018' },
  'id:gsrnp': { ...PLAIN_17, ai: '8017' },
  'id:gsin': { ai: '402', form: 'plain', digits: 16 },
  'id:giai': { ai: '8004', form: 'free', digits: 0 },
  'id:ginc': { ai: '401', form: 'free', digits: 0 },
  'id:cpi': { ai: '8010', form: 'free', digits: 0, serial: '8011' },
  'class:lgtin': { ...GTIN, serial: '10' },
};
