/** Units as people write them, by their codes (UN/ECE Recommendation 20); others are shown as their code. */
const SIGNS: Readonly<Record<string, string>> = {
  CEL: '°C',
  FAH: '°F',
  KEL: 'K',
  P1: '%',
  KGM: 'kg',
  GRM: 'g',
  MGM: 'mg',
  LTR: 'l',
  MLT: 'ml',
  MTR: 'm',
  CMT: 'cm',
  MMT: 'mm',
  KMT: 'km',
  MTK: 'm²',
  MTQ: 'm³',
  SEC: 's',
  MIN: 'min',
  HUR: 'h',
  KMH: 'km/h',
  MTS: 'm/s',
  MSK: 'm/s²',
  PAL: 'Pa',
  A97: 'hPa',
  KPA: 'kPa',
  BAR: 'bar',
  LUX: 'lx',
  VLT: 'V',
  AMP: 'A',
  WTT: 'W',
  GL: 'g/l',
};

/** A number with its unit. */
export const withUnit = (value: number, uom: string | undefined): string =>
  uom === undefined ? String(value) : `${String(value)} ${SIGNS[uom] ?? uom}`;
