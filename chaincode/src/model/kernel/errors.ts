/** Refusals: a code, details for machines, and nothing that a stranger may not know. */

import { SUBJECT_ERRORS, type SubjectErrorCode } from '../subject-errors.js';

/** Codes that any act can meet before its own rule runs. */
export const KERNEL_ERRORS = [
  'INPUT_INVALID',
  'COMMAND_NOT_CANONICAL',
  'COMMAND_ID_WRONG',
  'COMMAND_MISDIRECTED',
  'COMMAND_EXPIRED',
  'LEDGER_NOT_OPEN',
  'LEDGER_FOREIGN',
  'HOST_FOREIGN',
  'PARTIES_WRONG',
  'PARTY_ROLE_MISSING',
  'FUNCTION_MISSING',
  'KEY_UNKNOWN',
  'KEY_FOREIGN',
  'KEY_KIND_INSUFFICIENT',
  'KEY_NOT_FOR_THIS',
  'KEY_NOT_VALID',
  'KEY_REVOKED',
  'SIGNATURE_INVALID',
  'PERSONS_NOT_DISTINCT',
  'CAPTURED_AT_IMPLAUSIBLE',
  'SUBJECT_STALE',
  'FACT_LATE',
  'SUBJECT_NOT_FOUND',
  'STATE_WRONG',
  'PARTY_NOT_CONCERNED',
  'ALREADY',
] as const;

/** Every code a peer may answer with. */
export type ErrorCode = (typeof KERNEL_ERRORS)[number] | SubjectErrorCode;

/** Every code, for tables that must be exhaustive. */
export const ERROR_CODES: readonly ErrorCode[] = [...KERNEL_ERRORS, ...SUBJECT_ERRORS];

/** Machine-readable details of a refusal. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** A refusal. Its message is `CODE {json}`, because only the message crosses the chaincode shim. */
export class YaosuError extends Error {
  override readonly name = 'YaosuError';
  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
  ) {
    super(`${code} ${JSON.stringify(details)}`);
  }
}

const MESSAGE = /(?:^|[\s,:])([A-Z][A-Z_]+) (\{.*\})$/s;

/** Reads a refusal back from a peer's text; undefined when the text is not one of ours. */
export const parseRefusal = (message: string): YaosuError | undefined => {
  const [, code, json] = MESSAGE.exec(message) ?? [];
  if (code === undefined || json === undefined || !isErrorCode(code)) return undefined;
  try {
    return new YaosuError(code, JSON.parse(json) as ErrorDetails);
  } catch {
    return undefined;
  }
};

const isErrorCode = (code: string): code is ErrorCode => (ERROR_CODES as readonly string[]).includes(code);
