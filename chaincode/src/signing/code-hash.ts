/** Names of codes on the ledger: SHA-256 of the canonical element string, never the code itself. */
import { sha256Hex } from './bytes.js';

/** h of a pack: AI 01 (GTIN-14) and 21 (serial). */
export const packHash = (gtin: string, serial: string): string => sha256Hex(`01${gtin}21${serial}`);

/** h of a case or pallet: AI 00 (SSCC). */
export const ssccHash = (sscc: string): string => sha256Hex(`00${sscc}`);

/** h of a foreign code, e.g. the label of a waste drum: the text as it is read. */
export const foreignHash = (code: string): string => sha256Hex(code);

/** A pack, case or pallet by the elements of its code (AI → value), and its h; undefined for other codes. */
export const carrierOf = (
  elements: Readonly<Record<string, string>>,
): { readonly kind: 'pack' | 'container'; readonly hash: string } | undefined => {
  const { '00': sscc, '01': gtin, '21': serial } = elements;
  if (sscc !== undefined) return { kind: 'container', hash: ssccHash(sscc) };
  return gtin === undefined || serial === undefined
    ? undefined
    : { kind: 'pack', hash: packHash(gtin, serial) };
};
