import type * as z from 'zod';
import type { Act } from '../model/kernel/define-acts.js';
import { envelope, type Envelope } from '../model/kernel/command.js';
import { YaosuError } from '../model/kernel/errors.js';
import { parseCanonical } from '../signing/canonical-json.js';
import { commandId } from '../signing/command-bytes.js';

const MAX_ISSUES = 8;

/** @throws INPUT_INVALID with where and what, never with the value. */
export const parseInput = <S extends z.ZodType>(schema: S, value: unknown, at: string): z.output<S> => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.slice(0, MAX_ISSUES);
  throw new YaosuError('INPUT_INVALID', {
    issues: issues.map((issue) => `${[at, ...issue.path].join('.')}: ${issue.code}${detailOf(issue)}`),
  });
};

const detailOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'custom' || issue.code === 'invalid_format' ? ` ${issue.message}` : '';

/**
 * The envelope of this very act.
 * @throws COMMAND_NOT_CANONICAL, INPUT_INVALID, COMMAND_ID_WRONG, COMMAND_MISDIRECTED
 */
export const parseEnvelope = (act: Act, text: string): Envelope => {
  const value = parseCanonical(text);
  if (value === undefined) throw new YaosuError('COMMAND_NOT_CANONICAL');
  const parsed = parseInput(envelope, value, 'envelope');
  const { command } = parsed;
  if (commandId(command) !== command.cmd) throw new YaosuError('COMMAND_ID_WRONG');
  if (command.contract !== act.contract || command.act !== act.name || command.meaning !== act.meaning) {
    throw new YaosuError('COMMAND_MISDIRECTED', {
      contract: act.contract,
      act: act.name,
      meaning: act.meaning,
    });
  }
  return parsed;
};
