import { stringSqueak } from '../../instruments/string-squeak.ts';
import { addWrapped } from '../../signal/loop.ts';
import { createRandom } from '../../signal/random.ts';
import { SAMPLE_RATE_HZ } from '../../signal/sample-rate.ts';
import type { Mark } from '../../take.ts';
import type { GuitarTake } from './guitar-strokes.ts';
import { bars, groove, type Bar } from './score.ts';

/** The two highest strings are plain wire. */
export const WOUND_STRINGS = 4;
/** Between low frets. */
const FRET_METRES = 0.031;
/** A hand that changes chords drags a finger this often. */
const SHARE = 0.75;
const GAIN = 0.024;
/** The finger is on its next place this long before the bar. */
const ARRIVES_MS = 18;

/** Frets that the hand travels on the wound string where it travels farthest; leaving one string for another counts as half a fret. */
function travel({ chord, nextChord }: Bar): number {
  const moves = chord.frets.slice(0, WOUND_STRINGS).map((fret, string) => {
    const next = nextChord.frets[string];
    if (!fret || fret === next) return 0;
    return next ? Math.abs(next - fret) : 0.5;
  });
  return Math.max(...moves);
}

/** Fingers dragged over the wound strings at changes of chord, added to what the bridge hears. */
export function addSqueaks(handling: Float32Array, take: GuitarTake): Mark[] {
  const random = createRandom(`acoustic guitar ${take} squeaks`);
  return bars.flatMap((bar): Mark[] => {
    const frets = travel(bar);
    const drags = random.uniform() < SHARE;
    const silent = take === 'second' && bar.section === 'alone';
    if (frets === 0 || !drags || silent) return [];
    const slide = {
      seconds: random.between(0.09, 0.13) + 0.02 * frets,
      metres: FRET_METRES * (0.7 + 0.4 * frets) * random.between(0.8, 1.2),
      longitudinalHz: random.between(1180, 1650),
    };
    const squeak = stringSqueak(slide, random);
    const startFrame = groove.frameAt(bar.firstBeat + 3, -ARRIVES_MS - 1000 * slide.seconds);
    addWrapped(handling, squeak, startFrame, GAIN * (0.6 + 0.4 * frets) * random.between(0.6, 1.4));
    const startSeconds = startFrame / SAMPLE_RATE_HZ;
    return [{ kind: 'squeak', name: '', startSeconds, endSeconds: startSeconds + slide.seconds }];
  });
}
