import { useId } from 'preact/hooks';
import type { SizeUnit, Way } from '../../training/exercise.ts';
import type { PracticeEntry } from '../../training/practice-history.ts';
import { sizeText } from '../../training/size-text.ts';
import { chartText, dayText } from './history-text.ts';
import { WAY_NAMES } from './practice-catalogue.ts';
import { CHART, thresholdPlaces, type PlacedThreshold } from './threshold-places.ts';

interface ThresholdChartProps {
  readonly title: string;
  readonly unit: SizeUnit;
  /** Of one exercise on one source, the oldest day first; at least one has a threshold. */
  readonly entries: readonly PracticeEntry[];
}

/** Thresholds over days, each with its interval; the way is told by the shape. No line joins them: none was measured. */
export function ThresholdChart({ title, unit, entries }: ThresholdChartProps) {
  const id = useId();
  const { points, ticks } = thresholdPlaces(entries);
  const ways = (['abx', 'name', 'match'] as const).filter((way) =>
    points.some(({ entry }) => entry.way === way),
  );
  const [first, last] = [points[0], points[points.length - 1]];
  const right = CHART.width - CHART.right;
  const base = CHART.height - CHART.bottom;
  return (
    <figure class="threshold-chart">
      <svg
        viewBox={`0 0 ${CHART.width} ${CHART.height}`}
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{chartText(entries, unit)}</desc>
        {ticks.map(({ size, y }) => (
          <g key={size}>
            <line class="threshold-grid" x1={CHART.left} x2={right} y1={y} y2={y} />
            <text x={CHART.left - 6} y={y + 4} text-anchor="end">
              {sizeText(size, unit === 'octaves' ? '' : unit)}
            </text>
          </g>
        ))}
        {points.map((point) => (
          <g key={`${point.entry.recordId} ${point.entry.way}`}>
            <path
              class="threshold-interval"
              d={`M${point.x} ${point.lowY}V${point.highY}M${point.x - 4} ${point.lowY}h8M${point.x - 4} ${point.highY}h8`}
            />
            <Sign way={point.entry.way} {...point} />
          </g>
        ))}
        <text x={CHART.left} y={base + 24}>
          {dayText(first.entry.day)}
        </text>
        {last.entry.day !== first.entry.day && (
          <text x={right} y={base + 24} text-anchor="end">
            {dayText(last.entry.day)}
          </text>
        )}
      </svg>
      <figcaption>
        {ways.map((way) => (
          <span class="threshold-sign" key={way}>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <Sign way={way} x={8} y={8} />
            </svg>
            {WAY_NAMES[way]}
          </span>
        ))}
        <span>
          Bars: 95&nbsp;% intervals. Lower is a smaller difference{unit === 'octaves' && ', in octaves'}.
        </span>
      </figcaption>
    </figure>
  );
}

/** Circle, square, diamond: ABX, naming, matching. */
function Sign({ way, x, y }: { readonly way: Way } & Pick<PlacedThreshold, 'x' | 'y'>) {
  if (way === 'abx') return <circle class="threshold-point" cx={x} cy={y} r={5} />;
  if (way === 'name')
    return <rect class="threshold-point is-open" x={x - 4.5} y={y - 4.5} width={9} height={9} />;
  return <path class="threshold-point" d={`M${x} ${y - 6.5}l6.5 6.5l-6.5 6.5l-6.5 -6.5z`} />;
}
