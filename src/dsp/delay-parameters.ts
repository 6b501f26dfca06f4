import { choiceOf, type Values } from './parameter.ts';

/** Note values as shares of a beat (a quarter note). The first choice takes the free time instead. */
const BEATS: readonly (readonly [name: string, beats: number])[] = [
  ['1/2', 2],
  ['1/4 dotted', 1.5],
  ['1/4', 1],
  ['1/4 triplet', 2 / 3],
  ['1/8 dotted', 0.75],
  ['1/8', 0.5],
  ['1/8 triplet', 1 / 3],
  ['1/16 dotted', 0.375],
  ['1/16', 0.25],
  ['1/16 triplet', 1 / 6],
  ['1/32', 0.125],
];

const NOTES = ['Free', ...BEATS.map(([name]) => name)];

/** The cuts are in the loop, so that each repeat is cut once more; at the ends of their ranges they are off. */
export const DELAY_PARAMETERS = {
  note: choiceOf('Time', NOTES, NOTES.indexOf('1/4')),
  bpm: { label: 'Tempo', unit: 'BPM', min: 40, max: 240, default: 120, taper: 'linear', decimals: 1 },
  freeMs: { label: 'Free time', unit: 'ms', min: 1, max: 2000, default: 300, taper: 'log', decimals: 0 },
  feedbackPercent: {
    label: 'Feedback',
    unit: '%',
    min: 0,
    max: 95,
    default: 35,
    taper: 'linear',
    decimals: 0,
  },
  pingPong: choiceOf('Ping-pong', ['Off', 'On']),
  lowCutHz: { label: 'Low cut', unit: 'Hz', min: 20, max: 1000, default: 20, taper: 'log', decimals: 0 },
  highCutHz: {
    label: 'High cut',
    unit: 'Hz',
    min: 1000,
    max: 20000,
    default: 20000,
    taper: 'log',
    decimals: 0,
  },
  mixPercent: { label: 'Mix', unit: '%', min: 0, max: 100, default: 25, taper: 'linear', decimals: 0 },
} as const;

export type DelaySettings = Values<typeof DELAY_PARAMETERS>;

/** The place of a note value in the list of choices: noteChoice('1/8 dotted'). */
export function noteChoice(name: string): number {
  const place = NOTES.indexOf(name);
  if (place < 0) throw new Error(`note: expected one of ${NOTES.join(', ')}, got ${name}`);
  return place;
}

/** Time from one repeat to the next, in seconds: at 120 BPM a beat lasts half a second. */
export function delaySeconds({ note, bpm, freeMs }: Pick<DelaySettings, 'note' | 'bpm' | 'freeMs'>): number {
  return note === 0 ? freeMs / 1000 : (BEATS[note - 1][1] * 60) / bpm;
}

/** The longest of them: a half note at the slowest tempo. */
export const LONGEST_DELAY_SECONDS = (BEATS[0][1] * 60) / DELAY_PARAMETERS.bpm.min;
