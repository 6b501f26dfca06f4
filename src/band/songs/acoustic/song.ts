import { SINGING_VOICE } from '../../credits.ts';
import type { Song } from '../../song.ts';
import { playBass } from './bass.ts';
import { FAULTS } from './faults.ts';
import { playGuitar } from './guitar.ts';
import { playHarmony } from './harmony.ts';
import { playCajon, playShaker } from './percussion.ts';
import { playPiano } from './piano.ts';
import { BARS, BPM, LOOP_FRAMES } from './score.ts';
import { playVocal } from './vocal.ts';

/** A singer-songwriter in three-four time: guitars, piano and a handful of friends, quiet and close. */
export const acoustic: Song = {
  id: 'acoustic',
  title: 'Paper Boat',
  bpm: BPM,
  key: 'D major',
  bars: BARS,
  loopFrames: LOOP_FRAMES,
  credits: [SINGING_VOICE],
  stems: [
    { id: 'guitar-1', name: 'Guitar, first take', recordedPeakDbfs: -12, faults: FAULTS['guitar-1'] },
    { id: 'guitar-2', name: 'Guitar, second take', recordedPeakDbfs: -12, faults: FAULTS['guitar-2'] },
    { id: 'piano', name: 'Piano', recordedPeakDbfs: -12.5, faults: FAULTS.piano },
    { id: 'bass', name: 'Bass', recordedPeakDbfs: -15, faults: FAULTS.bass },
    { id: 'cajon', name: 'Cajón', recordedPeakDbfs: -8.5, faults: FAULTS.cajon },
    { id: 'shaker', name: 'Shaker', recordedPeakDbfs: -11, faults: FAULTS.shaker },
    { id: 'harmony-low', name: 'Harmony, low', recordedPeakDbfs: -20, faults: FAULTS['harmony-low'] },
    { id: 'harmony-high', name: 'Harmony, high', recordedPeakDbfs: -20, faults: FAULTS['harmony-high'] },
    { id: 'vocal', name: 'Vocal', recordedPeakDbfs: -12.5, faults: FAULTS.vocal },
  ],
  play() {
    return Promise.resolve(
      new Map([
        ['guitar-1', playGuitar('first')],
        ['guitar-2', playGuitar('second')],
        ['piano', playPiano()],
        ['bass', playBass()],
        ['cajon', playCajon()],
        ['shaker', playShaker()],
        ['harmony-low', playHarmony('low')],
        ['harmony-high', playHarmony('high')],
        ['vocal', playVocal()],
      ]),
    );
  },
};
