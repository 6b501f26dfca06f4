import { indiePop } from '../../src/band/songs/indie-pop/song.ts';
import { describeRealism } from './realism.ts';

describeRealism({
  song: indiePop,
  balance: {
    kick: [0.6, 0],
    snare: [7.2, 0],
    overheads: [-0.9, 0],
    bass: [-3.1, 0],
    'guitar-left': [-0.4, -0.8],
    'guitar-right': [-2.9, 0.8],
    keys: [-0.4, 0],
    oohs: [3.5, 0],
    vocal: [-6, 0],
  },
  bass: 'bass',
  guitars: ['guitar-left', 'guitar-right'],
  keys: 'keys',
  drums: ['kick', 'snare'],
  brightening: 'snare',
});
