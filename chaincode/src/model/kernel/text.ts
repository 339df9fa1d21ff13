/** Text and id schemas that every payload uses: what they refuse, no handler has to think of. */
import * as z from 'zod';
import './schema-compilation.js';

const CONTROL_OR_TILDE = /[\u0000-\u001f\u007f~]/;

/** Well-formed Unicode without control characters and without `~`, which joins the parts of keys. */
export const text = (max: number): z.ZodString =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((value) => value.isWellFormed() && !CONTROL_OR_TILDE.test(value), 'ILL_FORMED_TEXT');

const pattern = (expression: RegExp, description: string) => z.string().regex(expression, description);

/** SHA-256 as 64 lower-case hex digits. */
export const digest = pattern(/^[0-9a-f]{64}$/, 'DIGEST');
/** Key id: SHA-256 of the DER SubjectPublicKeyInfo, so that a key names itself. */
export const kid = digest.meta({ id: 'Kid' });
/** Opaque batch id: HMAC-SHA-256 of issuer, product and lot under the issuer's secret, hex. */
export const batchId = digest.meta({ id: 'BatchId' });
/** Enterprise id, chosen at registration, for ever. */
export const enterpriseId = pattern(/^[a-z][a-z0-9-]{1,30}[a-z0-9]$/, 'ENTERPRISE_ID').meta({
  id: 'EnterpriseId',
});
/** Random id of a person within one enterprise; the name stays in the vault. */
export const personId = pattern(/^[0-9a-f]{32}$/, 'PERSON_ID');
/** 128 random bits, hex. */
export const nonce = pattern(/^[0-9a-f]{32}$/, 'NONCE');
/** Ledger id, random, set by `Network.open`. */
export const ledgerId = pattern(/^[0-9a-f]{32}$/, 'LEDGER_ID');
/** DER SubjectPublicKeyInfo of a P-256 key, base64url without padding. */
export const publicKey = pattern(/^[A-Za-z0-9_-]{122}$/, 'PUBLIC_KEY');
/** Id of a record, 256 random bits chosen by the client, hex: order, shipment, manifest, investigation … */
export const recordId = digest.meta({ id: 'RecordId' });
/** Number of a licence or a document as its issuer prints it. */
export const officialNumber = text(64);
