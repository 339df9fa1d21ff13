/** Reckoning with quantities, see `quantity.ts`; apart from their schemas, which pages that only reckon do not load. */

/** Units in use: kilogram, gram, litre, one (piece), thousand pieces, metre. */
export const UNITS = ['KGM', 'GRM', 'LTR', 'H87', 'MIL', 'MTR'] as const;

const SCALE = 6;

/** Decimal string to millionths. */
export const toMillionths = (value: string): bigint => {
  const [whole = '0', fraction = ''] = value.split('.');
  return BigInt(whole + fraction.padEnd(SCALE, '0'));
};

/** Millionths to the canonical decimal string. */
export const fromMillionths = (millionths: bigint): string => {
  const digits = millionths.toString().padStart(SCALE + 1, '0');
  const fraction = digits.slice(-SCALE).replace(/0+$/, '');
  const whole = digits.slice(0, -SCALE);
  return fraction === '' ? whole : `${whole}.${fraction}`;
};

const MILLIONTHS_A_GRAM = 1_000n;

/** Grams of the ledger as kilograms, exactly, for people. */
export const kilograms = (grams: string): string => `${fromMillionths(BigInt(grams) * MILLIONTHS_A_GRAM)} kg`;

/** Exact sum of quantities. */
export const sumOf = (quantities: readonly string[]): string =>
  fromMillionths(quantities.reduce((sum, quantity) => sum + toMillionths(quantity), 0n));
