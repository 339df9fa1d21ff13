import { hash } from 'node:crypto';
import type * as z from 'zod';
import type { Act } from '../model/kernel/define-acts.js';
import { envelope, type Envelope } from '../model/kernel/command.js';
import { YaosuError } from '../model/kernel/errors.js';
import { canonicalJson, parseCanonical } from '../signing/canonical-json.js';
import { commandTexts, type CommandTexts } from '../signing/command-bytes.js';

const MAX_ISSUES = 8;

/** @throws INPUT_INVALID with where and what, never with the value. */
export const parseInput = <S extends z.ZodType>(schema: S, value: unknown, at: string): z.output<S> => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw newInputInvalid(result.error, at);
};

const newInputInvalid = ({ issues }: z.ZodError, at: string): YaosuError =>
  new YaosuError('INPUT_INVALID', {
    issues: issues
      .slice(0, MAX_ISSUES)
      .map((issue) => `${[at, ...issue.path].join('.')}: ${issue.code}${detailOf(issue)}`),
  });

const detailOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'custom' || issue.code === 'invalid_format' ? ` ${issue.message}` : '';

/** An envelope, and the bytes that its parties signed. */
export interface ParsedEnvelope extends Envelope {
  readonly signed: Uint8Array;
}

/**
 * The envelope of this very act.
 * @throws COMMAND_NOT_CANONICAL, INPUT_INVALID, COMMAND_ID_WRONG, COMMAND_MISDIRECTED
 */
export const parseEnvelope = (act: Act, text: string): ParsedEnvelope => {
  const { command, signatures } = parseShape(text);
  const canonical = canonicalOf(text, { command, signatures });
  if (hash('sha256', canonical.identity) !== command.cmd) throw new YaosuError('COMMAND_ID_WRONG');
  if (command.contract !== act.contract || command.act !== act.name || command.meaning !== act.meaning) {
    throw new YaosuError('COMMAND_MISDIRECTED', {
      contract: act.contract,
      act: act.name,
      meaning: act.meaning,
    });
  }
  return { command, signatures, signed: Buffer.from(canonical.whole) };
};

/** The command's own text in that of its envelope. @throws COMMAND_NOT_CANONICAL */
const canonicalOf = (text: string, { command, signatures }: Envelope): CommandTexts => {
  try {
    const canonical = commandTexts(command);
    if (text === `{"command":${canonical.whole},"signatures":${canonicalJson(signatures)}}`) return canonical;
  } catch (error) {
    // A lone surrogate can be spelled in JSON, but not in its canonical form.
    if (!(error instanceof TypeError)) throw error;
  }
  throw new YaosuError('COMMAND_NOT_CANONICAL');
};

/** Text that is not canonical is told first, whatever else is wrong with it. */
const parseShape = (text: string): Envelope => {
  const result = envelope.safeParse(parseJson(text));
  if (result.success) return result.data;
  if (parseCanonical(text) === undefined) throw new YaosuError('COMMAND_NOT_CANONICAL');
  throw newInputInvalid(result.error, 'envelope');
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
