/** Pharmazentralnummer, and the Pharmacy Product Number that carries it (IFA, EU FMD packs). */
import { gs1CheckDigit } from '../../kernel/gs1-check-digit.js';

/** Whether a text is a PZN: seven digits and Σ i·dᵢ mod 11, which is never 10. */
export const isPzn = (text: string): boolean => {
  if (!/^\d{8}$/.test(text)) return false;
  const sum = Array.from(text.slice(0, -1)).reduce((total, digit, i) => total + Number(digit) * (i + 1), 0);
  return String(sum % 11) === text.at(-1);
};

/** The two check digits of a PPN: Σ code of each character times its place, from two on, modulo 97. */
const checkPair = (body: string): string => {
  const sum = Array.from(body).reduce((total, each, i) => total + each.charCodeAt(0) * (i + 2), 0);
  return String(sum % 97).padStart(2, '0');
};

/** Whether a text is a PPN: a code of the agency, an article number, and two digits to check. */
export const isPpn = (text: string): boolean =>
  /^[0-9A-Z]{2}[0-9A-Z]{1,18}\d{2}$/.test(text) &&
  text.slice(-2) === checkPair(text.slice(0, -2)) &&
  (!text.startsWith('11') || isPzn(text.slice(2, -2)));

/** The PPN of a PZN. */
export const ppnOfPzn = (pzn: string): string => `11${pzn}${checkPair(`11${pzn}`)}`;

/** The NTIN of a PZN: a GTIN under the prefix that GS1 Germany gave to PZNs. */
export const ntinOfPzn = (pzn: string): string => `04150${pzn}${gs1CheckDigit(`04150${pzn}`)}`;
