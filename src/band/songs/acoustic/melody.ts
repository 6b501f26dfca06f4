import { sung } from '../../voice/scored-line.ts';
import type { PlacedLine } from '../../voice/sung-part.ts';

const VERSE = { effort: 0.2, levelDb: 0 };
const CHORUS = { effort: 0.5, levelDb: 2 };

/** Eight lines of two bars, with room to breathe after each. Long notes on open vowels, one consonant at a time on the short ones; S and B for the tools that tame them. */
export const MELODY: readonly PlacedLine[] = [
  {
    text: 'Moon on the bay, so low',
    labelFile: 'moon-on-the-bay.lab',
    ...VERSE,
    firstBeat: 0,
    syllables: [
      sung('m uw n', 0, ['F#4', 0.5, 1]),
      sung('aa n', -1, ['E4', 1.5, 0.5]),
      sung('dh ax', -3, ['D4', 2, 0.5]),
      sung('b ey', 2, ['F#4', 2.5, 1]),
      sung('s ow', -1, ['F#4', 3.5, 0.5]),
      sung('l ow', 1, ['E4', 4, 1.1]),
    ],
  },
  {
    text: 'I fold a paper boat',
    labelFile: 'i-fold-a-paper-boat.lab',
    ...VERSE,
    firstBeat: 6,
    syllables: [
      sung('ay', -1, ['D4', 0, 0.5]),
      sung('f ow l d', 1, ['F#4', 0.5, 1]),
      sung('ax', -3, ['E4', 1.5, 0.5]),
      sung('p ey', 1, ['F#4', 2, 1]),
      sung('p er', -1, ['D4', 3, 1]),
      sung('b ow t', 0, ['B3', 4, 1.1]),
    ],
  },
  {
    text: 'See how it rows away',
    labelFile: 'see-how-it-rows.lab',
    ...VERSE,
    firstBeat: 12,
    syllables: [
      sung('s iy', 0, ['F#4', 0, 1]),
      sung('hh aw', 0, ['E4', 1, 0.5]),
      sung('ih t', -2, ['D4', 1.5, 0.5]),
      sung('r ow z', 2, ['A4', 2, 1.5]),
      sung('ax', -2, ['F#4', 3.5, 0.5]),
      sung('w ey', 1, ['E4', 4, 1.1]),
    ],
  },
  {
    text: 'Over a silver sea',
    labelFile: 'over-a-silver-sea.lab',
    ...VERSE,
    firstBeat: 18,
    syllables: [
      sung('ow', 0, ['G4', 0, 1]),
      sung('v er', -1, ['F#4', 1, 0.5]),
      sung('ax', -3, ['E4', 1.5, 0.5]),
      sung('s ih l', 1, ['G4', 2, 1]),
      sung('v er', -1, ['F#4', 3, 1]),
      sung('s iy', 1, ['E4', 4, 1.1]),
    ],
  },
  {
    text: 'Carry me home',
    labelFile: 'carry-me-home.lab',
    ...CHORUS,
    firstBeat: 24,
    syllables: [
      sung('k ae', 1, ['G4', 0, 1]),
      sung('r iy', -1, ['A4', 1, 1]),
      sung('m iy', 0, ['B4', 2, 1]),
      sung('hh ow m', 2, ['A4', 3, 2.1]),
    ],
  },
  {
    text: 'Before the day is new',
    labelFile: 'before-the-day.lab',
    ...CHORUS,
    firstBeat: 30,
    syllables: [
      sung('b iy', -1, ['G4', 0, 0.5]),
      sung('f ao r', 1, ['G4', 0.5, 1]),
      sung('dh ax', -3, ['F#4', 1.5, 0.5]),
      sung('d ey', 1, ['G4', 2, 1]),
      sung('ih z', -1, ['F#4', 3, 1]),
      sung('n uw', 1, ['E4', 4, 1.1]),
    ],
  },
  {
    text: 'Carry me home',
    labelFile: 'carry-me-home.lab',
    ...CHORUS,
    firstBeat: 36,
    syllables: [
      sung('k ae', 1, ['G4', 0, 1]),
      sung('r iy', -1, ['A4', 1, 1]),
      sung('m iy', 0, ['B4', 2, 1]),
      sung('hh ow m', 2, ['A4', 3, 1.25], ['F#4', 4.25, 0.85]),
    ],
  },
  {
    text: 'Back to the bay, to you',
    labelFile: 'back-to-the-bay.lab',
    ...CHORUS,
    firstBeat: 42,
    syllables: [
      sung('b ae k', 0, ['F#4', 0, 1]),
      sung('t ax', -2, ['E4', 1, 0.5]),
      sung('dh ax', -3, ['D4', 1.5, 0.5]),
      sung('b ey', 2, ['F#4', 2, 1.5]),
      sung('t ax', -2, ['E4', 3.5, 0.5]),
      sung('y uw', 0, ['E4', 4, 1.1]),
    ],
  },
];
