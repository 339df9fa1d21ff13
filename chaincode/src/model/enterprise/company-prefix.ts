/** Where the company prefix of a GS1 key may stand. */

const LEAST = 4;
const MOST = 12;
/** Digits in front of the company prefix: indicator, extension, leading zero (GS1 General Specifications 3.2, 3.3). */
const BEFORE: Readonly<Record<string, number>> = { '00': 1, '01': 1, '8003': 1, '8006': 1 };

/** Every company prefix that digits may begin with, the longest first. */
export const prefixesWithin = (digits: string): readonly string[] => {
  const [leading = ''] = /^\d*/.exec(digits) ?? [];
  const longest = Math.min(MOST, leading.length);
  return Array.from({ length: Math.max(0, longest - LEAST + 1) }, (_, i) => leading.slice(0, longest - i));
};

/** Every company prefix that a key may have, the longest first. @param ai of the key, `01` */
export const prefixesOfKey = (ai: string, value: string): readonly string[] =>
  prefixesWithin(value.slice(BEFORE[ai] ?? 0));
