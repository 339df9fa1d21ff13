/** Arguments of a stub call, read by position and checked. */
import type { Context } from 'fabric-contract-api';
import type { Json } from './json.js';

/** One stub call; what it returns goes into the result of the transaction. */
export type Act = (ctx: Context, args: readonly Json[]) => Promise<Json>;

/** @throws Error when the argument is not a string. */
export function textAt(args: readonly Json[], index: number): string {
  const value = args[index] ?? '';
  if (typeof value !== 'string') throw new Error(`argument ${String(index)} is not text`);
  return value;
}

/** @throws Error when the argument is not a string. */
export function bytesAt(args: readonly Json[], index: number): Buffer {
  return Buffer.from(textAt(args, index), 'utf8');
}

/** @throws Error when the argument is not a number. */
export function numberAt(args: readonly Json[], index: number): number {
  const value = args[index];
  if (typeof value !== 'number') throw new Error(`argument ${String(index)} is not a number`);
  return value;
}

/** @throws Error when the argument is not a list. */
export function arrayAt(args: readonly Json[], index: number): readonly Json[] {
  const value = args[index];
  if (!Array.isArray(value)) throw new Error(`argument ${String(index)} is not a list`);
  return value as readonly Json[];
}

/** @throws Error when the argument is not a list of strings. */
export function textsAt(args: readonly Json[], index: number): string[] {
  return arrayAt(args, index).map((_, position, list) => textAt(list, position));
}
