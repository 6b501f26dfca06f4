import { sung, type ScoredLine } from '../../voice/scored-line.ts';

const seeTheCity = (
  firstBeat: number,
  ...lastNotes: (readonly [note: string, beat: number, beats: number])[]
): ScoredLine => ({
  text: 'See the city roll away',
  labelFile: 'see-the-city.lab',
  effort: 0.4,
  levelDb: 0,
  syllables: [
    sung('s iy', 1, ['Ab4', firstBeat + 0.5, 1]),
    sung('dh ax', -3, ['Ab4', firstBeat + 1.5, 0.5]),
    sung('s ih t', 0, ['Bb4', firstBeat + 2, 0.5]),
    sung('iy', -1, ['Ab4', firstBeat + 2.5, 1]),
    sung('r ow l', 1, ['G4', firstBeat + 4, 1]),
    sung('ax', -2, ['F4', firstBeat + 5, 0.5]),
    sung('w ey', 1, ...lastNotes),
  ],
});

const iAmASignal = (firstBeat: number): ScoredLine => ({
  text: 'I am a signal in the sea',
  labelFile: 'i-am-a-signal.lab',
  effort: 0.65,
  levelDb: 1,
  syllables: [
    sung('ay', 0, ['F4', firstBeat + 0.5, 0.5]),
    sung('ae m', 1, ['Ab4', firstBeat + 1, 1]),
    sung('ax', -2, ['Ab4', firstBeat + 2, 0.5]),
    sung('s ih g', 1, ['Bb4', firstBeat + 2.5, 1]),
    sung('n ax l', -1, ['Ab4', firstBeat + 3.5, 0.5]),
    sung('ih n', -1, ['G4', firstBeat + 4, 0.5]),
    sung('dh ax', -2, ['G4', firstBeat + 4.5, 0.5]),
    sung('s iy', 2, ['Bb4', firstBeat + 5, 2]),
  ],
});

const doYouHear = (
  firstBeat: number,
  ...lastNotes: (readonly [note: string, beat: number, beats: number])[]
): ScoredLine => ({
  text: 'Do you hear me, do you hear',
  labelFile: 'do-you-hear.lab',
  effort: 0.65,
  levelDb: 1,
  syllables: [
    sung('d uw', 0, ['Ab4', firstBeat + 0.5, 0.5]),
    sung('y uw', -1, ['Ab4', firstBeat + 1, 0.5]),
    sung('hh ih r', 1, ['Ab4', firstBeat + 1.5, 1]),
    sung('m iy', 0, ['F4', firstBeat + 2.5, 1]),
    sung('d uw', 0, ['Eb4', firstBeat + 4, 0.5]),
    sung('y uw', -1, ['Eb4', firstBeat + 4.5, 0.5]),
    sung('hh ih r', 2, ...lastNotes),
  ],
});

/** Eight lines of two bars; beats count from the loop's start. Long vowels, and an S for the de-esser in most of them. */
export const MELODY: readonly ScoredLine[] = [
  {
    text: 'Say it low in the neon rain',
    labelFile: 'say-it-low.lab',
    effort: 0.35,
    levelDb: 0,
    syllables: [
      sung('s ey', 1, ['F4', 0.5, 1]),
      sung('ih t', -1, ['F4', 1.5, 0.5]),
      sung('l ow', 1, ['Ab4', 2, 1.5]),
      sung('ih n', -1, ['F4', 3.5, 0.5]),
      sung('dh ax', -2, ['Eb4', 4, 0.5]),
      sung('n iy', 0, ['F4', 4.5, 1]),
      sung('aa n', -1, ['Eb4', 5.5, 0.5]),
      sung('r ey n', 1, ['F4', 6, 1.25]),
    ],
  },
  seeTheCity(8, ['Eb4', 13.5, 1.5]),
  {
    text: 'Leave a light on, leave it low',
    labelFile: 'leave-a-light.lab',
    effort: 0.45,
    levelDb: 0,
    syllables: [
      sung('l iy v', 0, ['F4', 16.5, 0.5]),
      sung('ax', -2, ['F4', 17, 0.5]),
      sung('l ay t', 1, ['Ab4', 17.5, 1]),
      sung('aa n', 0, ['F4', 18.5, 1]),
      sung('l iy v', 0, ['F4', 20, 0.5]),
      sung('ih t', -1, ['F4', 20.5, 0.5]),
      sung('l ow', 1, ['Ab4', 21, 1], ['F4', 22, 1]),
    ],
  },
  seeTheCity(24, ['Bb4', 29.5, 1.5]),
  iAmASignal(32),
  doYouHear(40, ['Ab4', 45, 2]),
  iAmASignal(48),
  doYouHear(56, ['Bb4', 61, 1], ['Ab4', 62, 1]),
];

/** The lines of MELODY that are sung twice, one on top of the other. */
export const DOUBLED_LINES: readonly number[] = [1, 3, 4, 5, 6, 7];
