import type { Coordinates } from './sighting.js';

const { asin, cos, max, min, PI, sin, sqrt } = Math;

const EARTH_RADIUS_KM = 6371;
const HALF_TURN = 180;

const radians = (degrees: number): number => (degrees * PI) / HALF_TURN;
const haversine = (angle: number): number => sin(angle / 2) ** 2;

/** The least distance between two places, given how exactly they are known. */
export const leastKm = (a: Coordinates, b: Coordinates): number => {
  const [from, to] = [radians(a.latitude), radians(b.latitude)];
  const across = cos(from) * cos(to) * haversine(radians(b.longitude - a.longitude));
  const half = min(1, sqrt(haversine(to - from) + across));
  return max(0, 2 * EARTH_RADIUS_KM * asin(half) - a.radiusKm - b.radiusKm);
};
