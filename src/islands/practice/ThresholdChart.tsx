import type { HistoryEntry } from '../../practice-store/threshold-history.ts';
import { sizeText } from '../../training/size-text.ts';

interface ThresholdChartProps {
  readonly history: readonly HistoryEntry[];
  readonly name: string;
}

/** In the drawing's own units: it takes the width of its column. */
const WIDTH = 480;
const HEIGHT = 200;
const LEFT = 76;
const RIGHT = 16;
const TOP = 14;
const BOTTOM = 28;
/** Room above and below, as a factor. */
const MARGIN = 1.3;

/** Thresholds by set on a logarithmic scale, with their intervals; the table beside it says the same. */
export function ThresholdChart({ history, name }: ThresholdChartProps) {
  const shown = history.flatMap(({ day, threshold }) => (threshold ? [{ day, ...threshold }] : []));
  if (shown.length === 0) return null;
  const { unit } = shown[0];
  const low = Math.min(...shown.map((entry) => entry.low)) / MARGIN;
  const high = Math.max(...shown.map((entry) => entry.high)) * MARGIN;
  const x = (i: number): number => LEFT + ((i + 0.5) / shown.length) * (WIDTH - LEFT - RIGHT);
  const y = (size: number): number =>
    TOP + (Math.log(high / size) / Math.log(high / low)) * (HEIGHT - TOP - BOTTOM);
  const first = shown[0];
  const last = shown[shown.length - 1];
  return (
    <svg
      class="history-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${name}: heard from ${sizeText(first.size, unit)} on ${first.day}, from ${sizeText(last.size, unit)} on ${last.day}`}
    >
      {ticks(low, high).map((size) => (
        <g key={size}>
          <line class="history-grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(size)} y2={y(size)} />
          <text x={LEFT - 8} y={y(size) + 4} text-anchor="end">
            {sizeText(size, unit)}
          </text>
        </g>
      ))}
      <polyline class="history-line" points={shown.map(({ size }, i) => `${x(i)},${y(size)}`).join(' ')} />
      {shown.map((entry, i) => (
        <g key={i}>
          <line class="history-interval" x1={x(i)} x2={x(i)} y1={y(entry.low)} y2={y(entry.high)} />
          <circle cx={x(i)} cy={y(entry.size)} r={4.5} />
        </g>
      ))}
      <text x={LEFT} y={HEIGHT - 8}>
        {first.day}
      </text>
      {last.day !== first.day && (
        <text x={WIDTH - RIGHT} y={HEIGHT - 8} text-anchor="end">
          {last.day}
        </text>
      )}
    </svg>
  );
}

/** Round sizes between two: 1, 2, 5 and their tens. */
function ticks(low: number, high: number): number[] {
  const all: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++)
    for (const digit of [1, 2, 5]) all.push(Number((digit * 10 ** power).toPrecision(1)));
  return all.filter((size) => size >= low && size <= high);
}
