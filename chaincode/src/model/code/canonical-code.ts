/**
 * Codes in the form that is hashed: the GS1 element string of AI 01 and 21, or of AI 00, without brackets and without
 * separator, which neither needs (GS1 General Specifications 7.8).
 */
import { sha256Hex } from '../../signing/bytes.js';
import { gs1CheckDigit } from '../kernel/gs1-check-digit.js';

/** A body with its check digit: 13 digits make a GTIN, 17 an SSCC. */
export const withCheckDigit = (body: string): string => body + gs1CheckDigit(body);

/** What the ledger knows a pack by. */
export const hashOfPack = (gtin: string, serial: string): string => sha256Hex(`01${gtin}21${serial}`);

/** What the ledger knows a case or a pallet by. */
export const hashOfContainer = (sscc: string): string => sha256Hex(`00${sscc}`);
