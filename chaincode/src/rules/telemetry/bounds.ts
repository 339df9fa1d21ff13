import type { Limit, ProfileRecord } from '../../model/telemetry/schemas.js';

/** One side of a limit. */
export interface Bound {
  readonly side: 'low' | 'high';
  readonly centiCelsius: number;
  readonly maxUnbrokenMs: number;
  readonly maxTotalMs: number;
}

const MINUTE_MS = 60_000;

const sidesOf = (limit: Limit): readonly Bound[] => {
  const allowed = {
    maxUnbrokenMs: limit.maxUnbrokenMinutes * MINUTE_MS,
    maxTotalMs: limit.maxTotalMinutes * MINUTE_MS,
  };
  const low = limit.minCentiCelsius;
  const high = limit.maxCentiCelsius;
  return [
    ...(low === null ? [] : [{ side: 'low' as const, centiCelsius: low, ...allowed }]),
    ...(high === null ? [] : [{ side: 'high' as const, centiCelsius: high, ...allowed }]),
  ];
};

const FREEZING: Bound = { side: 'low', centiCelsius: 0, maxUnbrokenMs: 0, maxTotalMs: 0 };

/** Bounds of a profile, in an order that its records keep to. */
export const boundsOf = ({
  limits,
  neverFreeze,
}: Pick<ProfileRecord, 'limits' | 'neverFreeze'>): readonly Bound[] => [
  ...limits.flatMap(sidesOf),
  ...(neverFreeze ? [FREEZING] : []),
];

/** Whether a value lies beyond a bound; a value on it does not. */
export const isBeyond = ({ side, centiCelsius }: Bound, value: number): boolean =>
  side === 'low' ? value < centiCelsius : value > centiCelsius;

/** Whether an unbroken time beyond is too long. */
export const isTooLong = ({ maxUnbrokenMs }: Bound, milliseconds: number): boolean =>
  milliseconds >= maxUnbrokenMs;
