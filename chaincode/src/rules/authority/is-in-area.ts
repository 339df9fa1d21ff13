/** The whole country, GB/T 2260. */
export const COUNTRY = '00';

/** Whether a place lies in an area: codes of GB/T 2260 name the wider area by their first digits. */
export const isInArea = (place: string, area: string): boolean => area === COUNTRY || place.startsWith(area);
