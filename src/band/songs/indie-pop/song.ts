import type { Song } from '../../song.ts';
import { playBass } from './bass.ts';
import { playDrums } from './drums.ts';
import { FAULTS } from './faults.ts';
import { playGuitar } from './guitar.ts';
import { playKeys } from './keys.ts';
import { BARS, BPM, LOOP_FRAMES } from './score.ts';
import { playVocal } from './vocal.ts';

/** Indie pop: a band of five in one room, and a singer in a booth. */
export const indiePop: Song = {
  id: 'indie-pop',
  title: 'Across the Sill',
  bpm: BPM,
  key: 'G major',
  bars: BARS,
  loopFrames: LOOP_FRAMES,
  usesDrumSamples: true,
  stems: [
    { id: 'kick', name: 'Kick', recordedPeakDbfs: -9, faults: FAULTS.kick },
    { id: 'snare', name: 'Snare', recordedPeakDbfs: -11, faults: FAULTS.snare },
    { id: 'overheads', name: 'Overheads', recordedPeakDbfs: -15, faults: FAULTS.overheads },
    { id: 'bass', name: 'Bass', recordedPeakDbfs: -11, faults: FAULTS.bass },
    { id: 'guitar', name: 'Guitar', recordedPeakDbfs: -15, faults: FAULTS.guitar },
    { id: 'keys', name: 'Keys', recordedPeakDbfs: -16, faults: FAULTS.keys },
    { id: 'vocal', name: 'Vocal', recordedPeakDbfs: -12, faults: FAULTS.vocal },
  ],
  async play() {
    const { kick, snare, overheads } = await playDrums();
    return new Map([
      ['kick', kick],
      ['snare', snare],
      ['overheads', overheads],
      ['bass', playBass()],
      ['guitar', playGuitar()],
      ['keys', playKeys()],
      ['vocal', playVocal()],
    ]);
  },
};
