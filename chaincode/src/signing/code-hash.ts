/** Names of codes on the ledger: SHA-256 of the canonical element string, never the code itself. */
import { sha256Hex } from './bytes.js';

/** h of a pack: AI 01 (GTIN-14) and 21 (serial). */
export const packHash = (gtin: string, serial: string): string => sha256Hex(`01${gtin}21${serial}`);

/** h of a case or pallet: AI 00 (SSCC). */
export const ssccHash = (sscc: string): string => sha256Hex(`00${sscc}`);

/** h of a foreign code, e.g. the label of a waste drum: the text as it is read. */
export const foreignHash = (code: string): string => sha256Hex(code);
