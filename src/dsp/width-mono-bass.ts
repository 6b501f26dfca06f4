import { Ramp } from './ramp.ts';

/** 1 / Q of a Butterworth filter. */
const DAMPING = Math.SQRT2;
const TINY = 1e-30;

/**
 * Takes the bass out of the side and leaves the middle in step with it.
 *
 * The side passes the high-pass of a fourth-order crossover (S. H. Linkwitz & E. R. Riley, "Active crossover networks for
 * noncoincident drivers", JAES 24(1), 1976: two Butterworth filters in series, −6 dB at the corner). The middle passes
 * what both halves of that crossover add up to, a second-order all-pass, whose phase is the same as the high-pass's at
 * every frequency. So above the corner left and right stay left and right, and no level changes in the middle.
 * Filters: trapezoidal state-variable (V. Zavalishin, "The Art of VA Filter Design", 2012, ch. 4).
 */
export class WidthMonoBass {
  /** The filtered sample. */
  mid = 0;
  side = 0;
  private readonly sampleRate: number;
  private readonly slope = new Ramp();
  private mid1 = 0;
  private mid2 = 0;
  private first1 = 0;
  private first2 = 0;
  private second1 = 0;
  private second2 = 0;

  constructor(sampleRate: number) {
    this.sampleRate = sampleRate;
    this.slope.prepare(sampleRate);
  }

  to(frequencyHz: number): void {
    this.slope.to(Math.tan((Math.PI * frequencyHz) / this.sampleRate));
  }

  settle(): void {
    this.slope.settle();
  }

  reset(): void {
    this.mid1 = 0;
    this.mid2 = 0;
    this.first1 = 0;
    this.first2 = 0;
    this.second1 = 0;
    this.second2 = 0;
    this.settle();
  }

  filter(mid: number, side: number): void {
    const g = this.slope.next();
    const scale = 1 / (1 + g * (DAMPING + g));

    const high = scale * (mid - (DAMPING + g) * this.mid1 - this.mid2);
    const band = this.mid1 + g * high;
    this.mid1 = band + g * high;
    this.mid2 += 2 * g * band;
    this.mid = mid - 2 * DAMPING * band;

    const once = scale * (side - (DAMPING + g) * this.first1 - this.first2);
    const onceBand = this.first1 + g * once;
    this.first1 = onceBand + g * once;
    this.first2 += 2 * g * onceBand;

    const twice = scale * (once - (DAMPING + g) * this.second1 - this.second2);
    const twiceBand = this.second1 + g * twice;
    this.second1 = twiceBand + g * twice;
    this.second2 += 2 * g * twiceBand;
    this.side = twice;
  }

  /** Drop what is far below hearing, before it ends in denormal numbers. */
  flush(): void {
    this.mid1 = flushed(this.mid1);
    this.mid2 = flushed(this.mid2);
    this.first1 = flushed(this.first1);
    this.first2 = flushed(this.first2);
    this.second1 = flushed(this.second1);
    this.second2 = flushed(this.second2);
  }
}

function flushed(state: number): number {
  return state < TINY && state > -TINY ? 0 : state;
}
