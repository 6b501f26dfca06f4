import { indiePop } from '../../src/band/songs/indie-pop/song.ts';
import { describeRealism } from './realism.ts';

describeRealism({
  song: indiePop,
  balance: {
    kick: [2.2, 0],
    snare: [6.6, 0],
    overheads: [-2, 0],
    bass: [-2.5, 0],
    'guitar-left': [-3.1, -0.7],
    'guitar-right': [-3.7, 0.7],
    keys: [-0.6, 0],
    oohs: [0.7, 0],
    vocal: [-5, 0],
  },
  bass: 'bass',
  guitars: ['guitar-left', 'guitar-right'],
  keys: 'keys',
  drums: ['kick', 'snare'],
  brightening: 'snare',
});
