/** JSON as a signer means it: no duplicate names, no deep nesting, well-formed UTF-8. */
import { ApiError } from '../api/api-error.js';

const MAX_DEPTH = 32;
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gsu;

interface Level {
  readonly names: Set<string> | undefined;
  isName: boolean;
}

/** Names that may stand twice in an object, of which the last counts as in `JSON.parse`. */
type Repeatable = readonly string[];

const refuse = (reason: string): never => {
  throw new ApiError('BODY_INVALID', { reason });
};

const see = (token: string, levels: Level[], repeatable: Repeatable): void => {
  const level = levels.at(-1);
  if (token === '{' || token === '[') {
    levels.push({ names: token === '{' ? new Set() : undefined, isName: true });
    if (levels.length > MAX_DEPTH) refuse('depth');
  } else if (token === '}' || token === ']') {
    levels.pop();
  } else if (level?.names !== undefined) {
    seeInObject(token, level, level.names, repeatable);
  }
};

const seeInObject = (token: string, level: Level, names: Set<string>, repeatable: Repeatable): void => {
  if (token === ',' || token === ':') {
    level.isName = token === ',';
  } else if (level.isName) {
    const name = JSON.parse(token) as string;
    if (names.has(name) && !repeatable.includes(name)) refuse('duplicateName');
    // Whoever copies an object by assignment loses it without a word.
    if (name === '__proto__') refuse('name');
    names.add(name);
  }
};

/** What JSON can write and a canonical form cannot say (RFC 8785): half a character, a number beyond all others. */
const assertSayable = (value: unknown): void => {
  if (typeof value === 'string' && !value.isWellFormed()) refuse('surrogate');
  if (typeof value === 'number' && !Number.isFinite(value)) refuse('number');
  if (typeof value !== 'object' || value === null) return;
  const names = Array.isArray(value) ? [] : Object.keys(value);
  for (const each of [...names, ...(Object.values(value) as readonly unknown[])]) assertSayable(each);
};

const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse('utf8');
  }
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return refuse('json');
  }
};

/**
 * Reads a body.
 * @param repeatable names that may stand twice, where a standard's own examples have them so
 * @throws ApiError BODY_INVALID
 */
export const parseStrictJson = (bytes: Uint8Array, repeatable: Repeatable = []): unknown => {
  const text = decode(bytes);
  const value = parse(text);
  const levels: Level[] = [];
  for (const [token] of text.matchAll(TOKEN)) see(token, levels, repeatable);
  return value;
};

/** Reads a body that has a canonical form: well-formed Unicode, and numbers that are finite. @throws ApiError BODY_INVALID */
export const parseSignableJson = (bytes: Uint8Array): unknown => {
  const value = parseStrictJson(bytes);
  assertSayable(value);
  return value;
};
