/** Where sites lie, as far as their area says: the middle of a province, and how far its borders are. */
import type { Coordinates } from '@yaosu/chaincode/model/alert/sighting';

/** First two digits of GB/T 2260 → latitude, longitude, radius in kilometres. */
const PROVINCES: Readonly<Record<string, readonly [latitude: number, longitude: number, radiusKm: number]>> =
  {
    '11': [40.2, 116.4, 120],
    '12': [39.3, 117.3, 120],
    '13': [39.3, 116.1, 420],
    '14': [37.6, 112.3, 370],
    '15': [44.0, 113.9, 1400],
    '21': [41.3, 122.6, 370],
    '22': [43.7, 126.2, 420],
    '23': [47.9, 127.8, 650],
    '31': [31.2, 121.5, 90],
    '32': [33.0, 119.5, 330],
    '33': [29.2, 120.1, 290],
    '34': [31.8, 117.2, 340],
    '35': [26.1, 118.0, 330],
    '36': [27.6, 115.7, 360],
    '37': [36.4, 118.1, 400],
    '41': [33.9, 113.6, 360],
    '42': [31.0, 112.3, 430],
    '43': [27.6, 111.7, 380],
    '44': [23.4, 113.4, 480],
    '45': [23.8, 108.8, 440],
    '46': [19.2, 109.8, 220],
    '50': [30.1, 107.9, 310],
    '51': [30.6, 102.7, 650],
    '52': [26.8, 106.9, 370],
    '53': [25.0, 101.5, 540],
    '54': [31.4, 88.1, 1150],
    '61': [35.2, 108.9, 490],
    '62': [37.8, 101.1, 1000],
    '63': [35.7, 96.0, 750],
    '64': [37.3, 106.2, 270],
    '65': [41.1, 85.2, 1150],
  };

/** Where an area lies; null for one that is not in the table. */
export const coordinatesOf = (area: string): Coordinates | null => {
  const [latitude, longitude, radiusKm] = PROVINCES[area.slice(0, 2)] ?? [];
  if (latitude === undefined || longitude === undefined || radiusKm === undefined) return null;
  return { latitude, longitude, radiusKm };
};
