/** How far two weighings of one drum may lie apart. Data with an edition: a rule that changes gets a new row. */

interface Tolerance {
  readonly edition: number;
  /** First instant at which it is in force. */
  readonly from: string;
  /** Share of the weight expected, in thousandths. */
  readonly perMille: bigint;
  readonly grams: bigint;
}

/** In force from the first row on; the greater of share and grams is allowed. */
export const WEIGHT_TOLERANCES: readonly Tolerance[] = [
  { edition: 1, from: '2020-01-01T00:00:00.000Z', perMille: 30n, grams: 5_000n },
];

/** The tolerance in force at a time; before the first one, the first. */
export const toleranceAt = (at: string): Tolerance => {
  const inForce = WEIGHT_TOLERANCES.filter(({ from }) => from <= at).at(-1) ?? WEIGHT_TOLERANCES[0];
  if (inForce === undefined) throw new Error('no tolerance of weights');
  return inForce;
};

const THOUSAND = 1_000n;

/** Whether two weights in grams agree within the tolerance in force. */
export const weighsAlike = (expected: string, found: string, at: string): boolean => {
  const { perMille, grams } = toleranceAt(at);
  const difference = BigInt(expected) - BigInt(found);
  const distance = difference < 0n ? -difference : difference;
  return distance <= grams || distance * THOUSAND <= BigInt(expected) * perMille;
};
