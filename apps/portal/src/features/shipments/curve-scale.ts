/** Where a reading stands in the drawing of a curve. */
import type { ReadAnswer } from '@yaosu/gateway/api/reads';

type Loggers = ReadAnswer<'readings'>['loggers'];

/** Size of a drawing, in its own units, and instants that its time axis has room for; margins hold the words of the axes. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly instants: number;
}

const MARGINS = { left: 48, right: 12, top: 12, bottom: 36 } as const;
/** For desks, and for phones, where the whole curve is seen without a scroll. */
export const FRAMES = {
  desk: { ...MARGINS, width: 900, height: 300, instants: 5 },
  phone: { ...MARGINS, width: 340, height: 240, instants: 3 },
} as const satisfies Record<string, Frame>;

const CENTI = 100;
/** Distances between lines of the temperature axis, °C, the finest that fits is taken. */
const STEPS = [1, 2, 5, 10, 20, 50] as const;
const MOST_LINES = 7;

/** A scale of both axes. */
export interface CurveScale {
  readonly x: (at: string) => number;
  readonly y: (centiCelsius: number) => number;
  /** °C of the lines of the temperature axis. */
  readonly degrees: readonly number[];
  /** Instants of the words of the time axis. */
  readonly instants: readonly string[];
}

/** The scale that shows all readings and all limits; undefined when there is no reading. */
export const newScale = (
  loggers: Loggers,
  limits: readonly number[],
  frame: Frame,
): CurveScale | undefined => {
  const points = loggers.flatMap(({ segments }) => segments.flat());
  const [first] = points;
  if (first === undefined) return undefined;
  const times = points.map(({ at }) => Date.parse(at));
  const from = times.reduce((a, b) => Math.min(a, b));
  const to = times.reduce((a, b) => Math.max(a, b));
  const values = [...points.map(({ centiCelsius }) => centiCelsius), ...limits];
  const low = Math.floor(values.reduce((a, b) => Math.min(a, b)) / CENTI) - 1;
  const high = Math.ceil(values.reduce((a, b) => Math.max(a, b)) / CENTI) + 1;
  const span = Math.max(1, to - from);
  const step = STEPS.find((each) => (high - low) / each <= MOST_LINES) ?? high - low;
  const { width, height, left, right, top, bottom, instants } = frame;
  const lines = Math.floor(high / step) - Math.ceil(low / step) + 1;
  return {
    x: (at) => left + ((Date.parse(at) - from) / span) * (width - left - right),
    y: (value) => top + ((high - value / CENTI) / (high - low)) * (height - top - bottom),
    degrees: Array.from({ length: lines }, (_, i) => (Math.ceil(low / step) + i) * step),
    instants: Array.from({ length: instants }, (_, i) =>
      new Date(from + (span * i) / (instants - 1)).toISOString(),
    ),
  };
};
