import { sung, type ScoredLine } from '../../voice/scored-line.ts';

/** Sung twice, in bars 1–8 and 9–16. Many an S for the de-esser, many a P and B for the pop shield. */
export const MELODY: readonly ScoredLine[] = [
  {
    text: 'Sunlight slips across the sill',
    labelFile: 'sunlight.lab',
    effort: 0.45,
    levelDb: 0,
    syllables: [
      sung('s ah n', 0, ['D4', 0.5, 0.5]),
      sung('l ay t', -1, ['D4', 1, 0.5]),
      sung('s l ih p s', 1, ['E4', 1.5, 1]),
      sung('ax', -3, ['D4', 2.5, 0.5]),
      sung('k r ao s', 2, ['G4', 3, 1]),
      sung('dh ax', -2, ['F#4', 4, 0.5]),
      sung('s ih l', 0, ['D4', 4.5, 2]),
    ],
  },
  {
    text: 'Seven trains are standing still',
    labelFile: 'seven-trains.lab',
    effort: 0.45,
    levelDb: 0,
    syllables: [
      sung('s eh v', 0, ['D4', 8.5, 0.5]),
      sung('ax n', -2, ['D4', 9, 0.5]),
      sung('t r ey n z', 1, ['E4', 9.5, 1]),
      sung('aa r', -1, ['G4', 10.5, 0.5]),
      sung('s t ae n d', 3, ['A4', 11, 1]),
      sung('ih ng', -2, ['G4', 12, 0.5]),
      sung('s t ih l', 0, ['E4', 12.5, 2]),
    ],
  },
  {
    text: 'Say you’ll stay a little more',
    labelFile: 'say-youll-stay.lab',
    effort: 0.7,
    levelDb: 1.5,
    syllables: [
      sung('s ey', 0, ['G4', 16.5, 0.5]),
      sung('y uw l', -2, ['G4', 17, 0.5]),
      sung('s t ey', 3, ['B4', 17.5, 1]),
      sung('ax', -2, ['A4', 18.5, 0.5]),
      sung('l ih t', 0, ['G4', 19, 0.5]),
      sung('ax l', -1, ['A4', 19.5, 0.5]),
      sung('m ao r', 2, ['A4', 20, 1], ['F#4', 21, 1.5]),
    ],
  },
  {
    text: 'Put your boots back by the door',
    labelFile: 'put-your-boots.lab',
    effort: 0.7,
    levelDb: 1.5,
    syllables: [
      sung('p uh t', 0, ['E4', 24.5, 0.5]),
      sung('y ao r', -2, ['E4', 25, 0.5]),
      sung('b uw t s', 1, ['G4', 25.5, 1]),
      sung('b ae k', -1, ['E4', 26.5, 0.5]),
      sung('b ay', 0, ['E4', 27, 0.5]),
      sung('dh ax', -2, ['D4', 27.5, 0.5]),
      sung('d ao r', 0, ['D4', 28, 2.5]),
    ],
  },
];

/** How often the eight bars of melody come round, and how far apart. */
export const VERSES = 2;
export const BEATS_PER_VERSE = 32;
