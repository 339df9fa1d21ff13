import type { Json } from './json.js';

const ANY = '…';

/** Whether what was observed is what real Fabric did; `…` in an expected text stands for any text or value. */
export function isEqual(expected: Json | undefined, got: Json | undefined): boolean {
  if (expected === ANY) return got !== undefined;
  if (typeof expected === 'string' && typeof got === 'string') return fits(expected, got);
  if (!isComposite(expected) || !isComposite(got)) return expected === got;
  if (Array.isArray(expected) !== Array.isArray(got)) return false;
  const [wanted, found] = [new Map(Object.entries(expected)), new Map(Object.entries(got))];
  return wanted.size === found.size && [...wanted].every(([key, value]) => isEqual(value, found.get(key)));
}

/**
 * Whether two ledgers observed the same. Where the expectation written by hand leaves a text open by `…`, both have to
 * fit it; everything else is equal to the letter.
 */
export function isSame(
  expected: Json | undefined,
  recorded: Json | undefined,
  got: Json | undefined,
): boolean {
  if (typeof expected === 'string' && expected.includes(ANY)) {
    return isEqual(expected, recorded) && isEqual(expected, got);
  }
  if (!isComposite(recorded) || !isComposite(got)) return recorded === got;
  return isComposite(expected) && areSameParts(expected, recorded, got);
}

type Composite = readonly Json[] | { readonly [key: string]: Json };

function areSameParts(...[expected, recorded, got]: readonly [Composite, Composite, Composite]): boolean {
  if (Array.isArray(recorded) !== Array.isArray(got)) return false;
  const [open, found] = [new Map(Object.entries(expected)), new Map(Object.entries(got))];
  const wanted = Object.entries(recorded);
  return (
    wanted.length === found.size &&
    wanted.every(([key, value]) => isSame(open.get(key), value, found.get(key)))
  );
}

function isComposite(value: Json | undefined): value is Composite {
  return typeof value === 'object' && value !== null;
}

/** The parts between the dots have to come in their order, the first at the start, the last at the end. */
function fits(expected: string, got: string): boolean {
  const pattern = expected.split(ANY).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pattern.join('.*')}$`, 's').test(got);
}
