import { useMediaQuery } from '@mantine/hooks';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { FRAMES, newScale, type CurveScale, type Frame } from './curve-scale.js';

type Loggers = ReadAnswer<'readings'>['loggers'];
type Segments = Loggers[number]['segments'];

/** Time beyond a limit, or of which nothing is known; without an end when nothing ever will be. */
export interface Beyond {
  readonly from: string;
  readonly to: string | null;
}
interface Props {
  readonly loggers: Loggers;
  /** Hundredths of a degree Celsius. */
  readonly limits: readonly number[];
  readonly excursions: readonly Beyond[];
}
interface Part {
  readonly scale: CurveScale;
}
interface Framed extends Part {
  readonly frame: Frame;
}

const COLOURS = ['teal', 'indigo', 'grape', 'cyan'].map((name) => `var(--mantine-color-${name}-6)`);
const RED = 'var(--mantine-color-red-6)';
const GREY = 'var(--mantine-color-gray-5)';
const CENTI = 100;
const LEAST_WIDTH = 2;
/** Below this a desk's drawing would have to be scrolled. */
const NARROW = '(max-width: 36em)';

/** Where the part that holds the lines ends. */
const plotOf = (frame: Frame) => ({ right: frame.width - frame.right, bottom: frame.height - frame.bottom });

/** Words at the ends stay inside of the drawing. */
const anchorOf = (i: number, count: number): 'start' | 'middle' | 'end' => {
  if (i === 0) return 'start';
  return i === count - 1 ? 'end' : 'middle';
};

const Axes = ({ scale, frame }: Framed): ReactElement => {
  const { i18n } = useTranslation();
  const plot = plotOf(frame);
  const short = new Intl.DateTimeFormat(i18n.language, {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (
    <g fontSize={11} fill="currentColor">
      {scale.degrees.map((degree) => (
        <g key={degree}>
          <line
            x1={frame.left}
            x2={plot.right}
            y1={scale.y(degree * CENTI)}
            y2={scale.y(degree * CENTI)}
            stroke={GREY}
            strokeOpacity={0.35}
          />
          <text x={frame.left - 6} y={scale.y(degree * CENTI) + 4} textAnchor="end">
            {degree} °C
          </text>
        </g>
      ))}
      {scale.instants.map((at, i) => (
        <text key={at} x={scale.x(at)} y={plot.bottom + 18} textAnchor={anchorOf(i, scale.instants.length)}>
          {short.format(new Date(at))}
        </text>
      ))}
    </g>
  );
};

const Band = ({
  scale,
  frame,
  from,
  to,
  fill,
  title,
}: Framed & Beyond & { fill: string; title: string }): ReactElement => {
  const plot = plotOf(frame);
  const left = Math.min(plot.right - LEAST_WIDTH, Math.max(frame.left, scale.x(from)));
  const right = to === null ? plot.right : scale.x(to);
  const width = Math.max(LEAST_WIDTH, right - left);
  return (
    <rect
      x={left}
      y={frame.top}
      width={width}
      height={plot.bottom - frame.top}
      fill={fill}
      fillOpacity={0.15}
    >
      <title>{title}</title>
    </rect>
  );
};

const gapsOf = (segments: Segments): readonly Beyond[] =>
  segments.slice(1).map((segment, i) => ({
    from: segments[i]?.at(-1)?.at ?? '',
    to: segment[0]?.at ?? '',
  }));

const Line = ({ scale, segments, colour }: Part & { segments: Segments; colour: string }): ReactElement => (
  <g fill="none" stroke={colour} strokeWidth={1.8} strokeLinejoin="round">
    {segments.map((segment) => (
      <polyline
        key={segment[0]?.at}
        points={segment
          .map(({ at, centiCelsius }) => `${String(scale.x(at))},${String(scale.y(centiCelsius))}`)
          .join(' ')}
      />
    ))}
  </g>
);

/** Temperature over time: every logger's readings, limits dashed, excursions red, gaps grey and without a line. */
export const ReadingsCurve = ({ loggers, limits, excursions }: Props): ReactElement => {
  const { t } = useTranslation();
  const isNarrow = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false });
  const frame = isNarrow ? FRAMES.phone : FRAMES.desk;
  const scale = newScale(loggers, limits, frame);
  if (scale === undefined) return <>{t('detail.noReadings')}</>;
  const gaps = loggers.flatMap(({ segments }) => gapsOf(segments));
  return (
    <svg
      viewBox={`0 0 ${String(frame.width)} ${String(frame.height)}`}
      role="img"
      aria-label={t('shipments.curve')}
      style={{ width: '100%' }}
    >
      {excursions.map((beyond) => (
        <Band
          key={beyond.from}
          scale={scale}
          frame={frame}
          {...beyond}
          fill={RED}
          title={t('values.excursion')}
        />
      ))}
      {gaps.map((gap) => (
        <Band key={gap.from} scale={scale} frame={frame} {...gap} fill={GREY} title={t('values.gap')} />
      ))}
      <Axes scale={scale} frame={frame} />
      {limits.map((value) => (
        <line
          key={value}
          x1={frame.left}
          x2={plotOf(frame).right}
          y1={scale.y(value)}
          y2={scale.y(value)}
          stroke={RED}
          strokeDasharray="6 4"
        />
      ))}
      {loggers.map(({ logger, segments }, i) => (
        <Line key={logger} scale={scale} segments={segments} colour={COLOURS[i % COLOURS.length] ?? GREY} />
      ))}
    </svg>
  );
};
