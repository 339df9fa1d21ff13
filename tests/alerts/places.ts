/** Firms and places of the generated trade. */
import type { Place } from '@yaosu/chaincode/model/alert/sighting';

/** A firm at its one site, and how wrong the clock of its scanner is. */
export interface Firm {
  readonly name: string;
  readonly place: Place;
  readonly skewMs: number;
}

/** City → latitude, longitude. */
const CITIES = {
  beijing: [39.9, 116.4],
  shanghai: [31.23, 121.47],
  guangzhou: [23.13, 113.26],
  chengdu: [30.66, 104.07],
  wuhan: [30.58, 114.3],
  urumqi: [43.83, 87.62],
  harbin: [45.8, 126.53],
  kunming: [25.04, 102.71],
  xian: [34.34, 108.94],
  nanjing: [32.06, 118.8],
  lagos: [6.52, 3.38],
} as const;
type City = keyof typeof CITIES;

/** Where honest goods go. */
export const HOME = [
  'beijing',
  'shanghai',
  'guangzhou',
  'chengdu',
  'wuhan',
  'urumqi',
  'harbin',
  'kunming',
  'xian',
  'nanjing',
] as const satisfies readonly City[];

const SITE_KM = 30;

/** A firm of a kind in a city. */
export const firmIn = (city: City, kind: string, skewMs: number): Firm => {
  const [latitude, longitude] = CITIES[city];
  const name = `${kind}-${city}`;
  return { name, skewMs, place: { name, at: { latitude, longitude, radiusKm: SITE_KM } } };
};
