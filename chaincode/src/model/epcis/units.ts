/** Units of measurement (UN/ECE Recommendation 20) as sensor reports name them, and what they measure. */

/** A unit: what it measures, and how its numbers become those of the first unit of that quantity. */
export interface Unit {
  readonly quantity: string;
  readonly factor: number;
  readonly offset: number;
}

const MINUTE = 60;
const HOUR = 3600;
const DEGREES = 180;
const FAHRENHEIT = 5 / 9;

/** Quantity → units, each with the number of first units in one of it. */
const FACTORS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  mass: {
    ...{ KGM: 1, GRM: 1e-3, MGM: 1e-6, MC: 1e-9, TNE: 1e3, LBR: 0.45359237, ONZ: 0.028349523125, DTN: 100 },
    ...{ CGM: 1e-5, DG: 1e-4, HGM: 0.1, STN: 907.18474, LTN: 1016.0469088, CWA: 45.359237, CWI: 50.80234544 },
    ...{ GRN: 6.479891e-5, APZ: 0.0311034768, F13: 14.5939 },
  },
  length: {
    ...{ MTR: 1, CMT: 0.01, MMT: 1e-3, KMT: 1e3, DMT: 0.1, '4H': 1e-6, C45: 1e-9, C52: 1e-12, A71: 1e-15 },
    ...{ INH: 0.0254, FOT: 0.3048, YRD: 0.9144, SMI: 1609.344, NMI: 1852, A45: 10, HMT: 100, A11: 1e-10 },
  },
  time: {
    ...{ SEC: 1, MIN: MINUTE, HUR: HOUR, DAY: 86_400, WEE: 604_800, C26: 1e-3, B98: 1e-6, C47: 1e-9 },
    ...{ MON: 2_629_800, ANN: 31_557_600 },
  },
  speed: {
    ...{
      MTS: 1,
      KMH: 1 / 3.6,
      HM: 0.44704,
      KNT: 1852 / HOUR,
      '2M': 0.01,
      FS: 0.3048,
      FR: 0.00508,
      C16: 1e-3,
    },
    ...{ M62: 1e3, '2X': 1 / MINUTE, M60: 1 / HOUR, IU: 0.0254 },
  },
  acceleration: { MSK: 1, A76: 0.01, M38: 1e3, M39: 0.01, M41: 1e-3, K40: 9.80665, A73: 0.3048, IV: 0.0254 },
  pressure: {
    ...{ PAL: 1, A97: 100, KPA: 1e3, MPA: 1e6, A89: 1e9, BAR: 1e5, MBR: 100, ATM: 101_325, PS: 6894.757 },
    ...{ HN: 133.322387415, '74': 1e-3, B96: 1e-6, F79: 3386.389, UA: 133.322368421, H75: 10, ATT: 98_066.5 },
  },
  ratio: { C62: 1, P1: 0.01, NX: 1e-3, '59': 1e-6, '61': 1e-9 },
  density: {
    ...{ KMQ: 1, A93: 1e-3, '23': 1e3, GL: 1, F23: 1, GP: 1e-6, GQ: 1e-9, M1: 1e-3, B72: 1e3, GJ: 1e3 },
    ...{ '87': 16.01846337, H29: 1e-6 },
  },
  area: {
    ...{ MTK: 1, CMK: 1e-4, MMK: 1e-6, DMK: 0.01, KMK: 1e6, HAR: 1e4, ARE: 100, FTK: 0.09290304 },
    ...{ INK: 6.4516e-4, YDK: 0.83612736, MIK: 2_589_988.110336, ACR: 4046.8564224 },
  },
  volume: {
    ...{ MTQ: 1, LTR: 1e-3, MLT: 1e-6, DMQ: 1e-3, CMQ: 1e-6, MMQ: 1e-9, CLT: 1e-5, DLT: 1e-4, HLT: 0.1 },
    ...{ '4G': 1e-9, GLL: 3.785411784e-3, GLI: 4.54609e-3, FTQ: 0.028316846592, INQ: 1.6387064e-5 },
    ...{
      YDQ: 0.764554857984,
      A44: 0.01,
      K6: 1,
      OZA: 2.95735295625e-5,
      OZI: 2.84130625e-5,
      BLL: 0.158987294928,
    },
  },
  illuminance: { LUX: 1, KLX: 1e3, P25: 10.76391, P26: 1e4, P27: 10.76391 },
  doseEquivalent: { D13: 1, C28: 1e-3, D91: 0.01 },
  doseEquivalentRate: {
    ...{
      P65: 1,
      P66: 1e-3,
      P67: 1e-6,
      P68: 1e-9,
      P69: 0.01,
      P70: 1 / HOUR,
      P71: 1e-3 / HOUR,
      P72: 1e-6 / HOUR,
    },
    ...{ P73: 1e-9 / HOUR, P74: 1 / MINUTE, P75: 1e-3 / MINUTE, P76: 1e-6 / MINUTE, P77: 1e-9 / MINUTE },
  },
  absorbedDose: { A95: 1, C13: 1e-3, C80: 0.01, A61: 1e-4 },
  absorbedDoseRate: {
    ...{ A96: 1, P54: 1e-3, P55: 1e-6, P56: 1e-9, P57: 1 / MINUTE, P58: 1e-3 / MINUTE, P59: 1e-6 / MINUTE },
    ...{ P60: 1e-9 / MINUTE, P61: 1 / HOUR, P62: 1e-3 / HOUR, P63: 1e-6 / HOUR, P64: 1e-9 / HOUR },
  },
  radioactivity: { BQL: 1, '2Q': 1e3, '4N': 1e6, GBQ: 1e9, CUR: 3.7e10, MCU: 3.7e7, M5: 3.7e4 },
  substance: { C34: 1, C18: 1e-3, FH: 1e-6, B45: 1e3 },
  concentration: { C36: 1, C35: 1e3, C38: 1e3, M33: 1, B46: 1e3 },
  energy: {
    ...{ JOU: 1, KJO: 1e3, '3B': 1e6, GV: 1e9, WHR: HOUR, KWH: 3.6e6, MWH: 3.6e9, D70: 4.1868, E14: 4186.8 },
    ...{ BTU: 1055.056, C15: 1e-3 },
  },
  power: { WTT: 1, KWT: 1e3, MAW: 1e6, C31: 1e-3, D80: 1e-6, A90: 1e9, HJ: 735.49875, BHP: 745.7 },
  voltage: { VLT: 1, '2Z': 1e-3, KVT: 1e3, D82: 1e-6, B78: 1e6 },
  current: { AMP: 1, '4K': 1e-3, B22: 1e3, B84: 1e-6, C39: 1e-9 },
  resistance: { OHM: 1, E45: 1e-3, B49: 1e3, B75: 1e6, B94: 1e-6 },
  frequency: { HTZ: 1, KHZ: 1e3, MHZ: 1e6, A86: 1e9, D29: 1e12 },
  force: { NEW: 1, B47: 1e3, C20: 1e-3, B51: 9.80665, DU: 1e-5, C78: 4.4482216152605, B73: 1e6, B92: 1e-6 },
  angle: {
    ...{ C81: 1, DD: Math.PI / DEGREES, C25: 1e-3, B97: 1e-6, A91: Math.PI / 200, M44: 2 * Math.PI },
    ...{ D61: Math.PI / DEGREES / MINUTE, D62: Math.PI / DEGREES / HOUR },
  },
  fluxDensity: { D33: 1, C29: 1e-3, D81: 1e-6, C48: 1e-9 },
  volumeFlow: { MQS: 1, MQH: 1 / HOUR, L2: 1e-3 / MINUTE, G51: 1e-3 },
  massFlow: { KGS: 1, E93: 1 / HOUR, F31: 1 / MINUTE },
};

/** Scales whose zeros differ, against kelvin. */
const TEMPERATURES: readonly (readonly [code: string, factor: number, offset: number])[] = [
  ['KEL', 1, 0],
  ['CEL', 1, 273.15],
  ['FAH', FAHRENHEIT, 459.67 * FAHRENHEIT],
  ['A48', FAHRENHEIT, 0],
];

const UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ...Object.entries(FACTORS).flatMap(([quantity, units]) =>
    Object.entries(units).map(([code, factor]) => [code, { quantity, factor, offset: 0 }] as const),
  ),
  ...TEMPERATURES.map(
    ([code, factor, offset]) => [code, { quantity: 'temperature', factor, offset }] as const,
  ),
]);

/** Measurement of GS1's vocabulary → what its units measure; others take any unit. */
const MEASURED: Readonly<Record<string, string>> = {
  ...{ Temperature: 'temperature', Mass: 'mass', Length: 'length', Altitude: 'length', Time: 'time' },
  ...{ Speed: 'speed', Acceleration: 'acceleration', Pressure: 'pressure', Area: 'area', Volume: 'volume' },
  ...{ AbsoluteHumidity: 'density', Density: 'density', MassConcentration: 'density' },
  ...{ RelativeHumidity: 'ratio', Illuminance: 'illuminance', Energy: 'energy', Power: 'power' },
  ...{ DoseEquivalent: 'doseEquivalent', DoseEquivalentRate: 'doseEquivalentRate' },
  ...{ AbsorbedDose: 'absorbedDose', AbsorbedDoseRate: 'absorbedDoseRate', Radioactivity: 'radioactivity' },
  ...{ AmountOfSubstance: 'substance', AmountOfSubstancePerUnitVolume: 'concentration' },
  ...{ Voltage: 'voltage', ElectricCurrent: 'current', Resistance: 'resistance', Frequency: 'frequency' },
  ...{ Force: 'force', Angle: 'angle', MagneticFluxDensity: 'fluxDensity' },
  ...{ VolumeFlowRate: 'volumeFlow', MassFlowRate: 'massFlow' },
};

const CODE = /^[A-Z0-9]{2,3}$/;

/** A unit by its code; undefined when it is none that can be converted. */
export const unitOf = (code: string): Unit | undefined => UNITS.get(code);

/** Whether a code can be the unit of a measurement, named as in GS1's vocabulary. */
export const isUnitOf = (code: string, measurement: string): boolean => {
  const wanted = Object.hasOwn(MEASURED, measurement) ? MEASURED[measurement] : undefined;
  return wanted === undefined ? CODE.test(code) : unitOf(code)?.quantity === wanted;
};

const DIGITS = 12;
const rounded = (value: number): number => Number(value.toPrecision(DIGITS));

/** What two units of one quantity have in common: compared are numbers under the same name. */
export const quantityOf = (code: string): string => unitOf(code)?.quantity ?? code;

/** A number in the first unit of its quantity; as it is when the unit cannot be converted. */
export const inFirstUnit = (value: number, code: string): number => {
  const unit = unitOf(code);
  return unit === undefined ? value : rounded(value * unit.factor + unit.offset);
};

/** A difference, such as a standard deviation, which knows no zero, in the first unit of its quantity. */
export const differenceInFirstUnit = (value: number, code: string): number =>
  rounded(value * (unitOf(code)?.factor ?? 1));
