/** The signed command: the only thing that can change the ledger. */
import * as z from 'zod';
import { digest, enterpriseId, kid, ledgerId, nonce, text } from './text.js';
import { instant } from './time.js';

/** What a signature means, as it is printed beside the name (21 CFR 11.50). */
export const MEANINGS = [
  'authorship',
  'review',
  'approval',
  'responsibility',
  'custody',
  'registration',
] as const;
/** One of {@link MEANINGS}. */
export type Meaning = (typeof MEANINGS)[number];

/** One who signs: for which enterprise, in which part of the act, with which key. */
export const party = z.strictObject({ role: text(32), enterprise: enterpriseId, kid });
/** A party of a command. */
export type Party = z.infer<typeof party>;

/** A command, all of whose parties sign the same canonical bytes. */
export const command = z
  .strictObject({
    v: z.literal(1),
    ledgerId,
    contract: text(32),
    act: text(32),
    /** SHA-256 of the canonical command without this field: nobody can burn another's id. */
    cmd: digest,
    nonce,
    parties: z.array(party).min(1).max(4),
    /** The record that the act is about, and the SHA-256 of the value the signer saw; null when it makes the record. */
    subject: z.strictObject({ key: z.string().min(3).max(300), seenHash: digest.nullable() }),
    meaning: z.enum(MEANINGS),
    capturedAt: instant,
    notAfter: instant.optional(),
    payload: z.record(z.string(), z.unknown()),
    attachments: z.array(z.strictObject({ name: text(80), digest })).max(16),
  })
  .meta({ id: 'Command' });
/** A command. */
export type Command = z.infer<typeof command>;

/** Base64url without padding; a remainder of one character encodes nothing. */
const base64url = (max: number): z.ZodString =>
  z
    .string()
    .max(max)
    .regex(/^[A-Za-z0-9_-]+$/)
    .refine((value) => value.length % 4 !== 1, 'BASE64URL');
const P256_SIGNATURE_CHARACTERS = 86;

/** Signature of the party at the same position. */
export const commandSignature = z.discriminatedUnion('form', [
  /** ECDSA P-256 over SHA-256 of the canonical command, r‖s. */
  z.strictObject({
    alg: z.literal('ES256'),
    form: z.literal('p1363'),
    signature: base64url(P256_SIGNATURE_CHARACTERS).length(P256_SIGNATURE_CHARACTERS),
  }),
  z.strictObject({
    alg: z.enum(['ES256', 'RS256']),
    form: z.literal('webauthn'),
    signature: base64url(800),
    authenticatorData: base64url(800),
    clientDataJSON: base64url(1600),
  }),
]);
/** A signature of a command. */
export type CommandSignature = z.infer<typeof commandSignature>;

/** What a contract function takes: canonical JSON of this. */
export const envelope = z
  .strictObject({ command, signatures: z.array(commandSignature).min(1).max(4) })
  .meta({ id: 'Envelope' });
/** A command and its signatures. */
export type Envelope = z.infer<typeof envelope>;
