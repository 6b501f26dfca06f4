import { DRUM_SAMPLES, SINGING_VOICE } from '../../credits.ts';
import type { Song } from '../../song.ts';
import { playBass } from './bass.ts';
import { playDrums } from './drums.ts';
import { FAULTS } from './faults.ts';
import { playGuitar } from './guitar.ts';
import { playKeys } from './keys.ts';
import { playOohs } from './oohs.ts';
import { BARS, BPM, LOOP_FRAMES } from './score.ts';
import { playVocal } from './vocal.ts';

/** Indie pop: a band in one room, a guitar played twice, a singer and four more in a booth. */
export const indiePop: Song = {
  id: 'indie-pop',
  title: 'Across the Sill',
  bpm: BPM,
  key: 'G major',
  bars: BARS,
  loopFrames: LOOP_FRAMES,
  credits: [DRUM_SAMPLES, SINGING_VOICE],
  stems: [
    { id: 'kick', name: 'Kick', recordedPeakDbfs: -9, faults: FAULTS.kick },
    { id: 'snare', name: 'Snare', recordedPeakDbfs: -11, faults: FAULTS.snare },
    { id: 'overheads', name: 'Overheads', recordedPeakDbfs: -15, faults: FAULTS.overheads },
    { id: 'bass', name: 'Bass', recordedPeakDbfs: -11, faults: FAULTS.bass },
    { id: 'guitar-left', name: 'Guitar, first take', recordedPeakDbfs: -15, faults: FAULTS['guitar-left'] },
    {
      id: 'guitar-right',
      name: 'Guitar, second take',
      recordedPeakDbfs: -16,
      faults: FAULTS['guitar-right'],
    },
    { id: 'keys', name: 'Keys', recordedPeakDbfs: -16, faults: FAULTS.keys },
    { id: 'oohs', name: 'Oohs', recordedPeakDbfs: -20, faults: FAULTS.oohs },
    { id: 'vocal', name: 'Vocal', recordedPeakDbfs: -12, faults: FAULTS.vocal },
  ],
  async play() {
    const { kick, snare, overheads } = await playDrums();
    return new Map([
      ['kick', kick],
      ['snare', snare],
      ['overheads', overheads],
      ['bass', playBass()],
      ['guitar-left', playGuitar('left')],
      ['guitar-right', playGuitar('right')],
      ['keys', playKeys()],
      ['oohs', playOohs()],
      ['vocal', playVocal()],
    ]);
  },
};
