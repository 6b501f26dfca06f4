import { SINGING_VOICE } from '../../credits.ts';
import type { Song } from '../../song.ts';
import { playBass } from './bass.ts';
import { playDrums } from './drums.ts';
import { FAULTS } from './faults.ts';
import { BARS, BPM, LOOP_FRAMES } from './score.ts';
import { playArp, playLead, playPad } from './synths.ts';
import { playVocals } from './vocals.ts';

/** Electronic, half-time: drum machine, sub bass, synthesizers, and a voice on a pitch corrector, sung twice. */
export const electronic: Song = {
  id: 'electronic',
  title: 'Signal in the Sea',
  bpm: BPM,
  key: 'F minor',
  bars: BARS,
  loopFrames: LOOP_FRAMES,
  credits: [SINGING_VOICE],
  stems: [
    { id: 'kick', name: 'Kick', recordedPeakDbfs: -5.5, faults: FAULTS.kick },
    { id: 'clap', name: 'Clap', recordedPeakDbfs: -8.4, faults: FAULTS.clap },
    { id: 'hats', name: 'Hats', recordedPeakDbfs: -15.3, faults: FAULTS.hats },
    { id: 'bass', name: 'Bass', recordedPeakDbfs: -14.9, faults: FAULTS.bass },
    { id: 'pad', name: 'Pad', recordedPeakDbfs: -19.4, faults: FAULTS.pad },
    { id: 'arp', name: 'Arpeggio', recordedPeakDbfs: -14, faults: FAULTS.arp },
    { id: 'lead', name: 'Lead synth', recordedPeakDbfs: -22.9, faults: FAULTS.lead },
    { id: 'vocal', name: 'Vocal', recordedPeakDbfs: -13.4, faults: FAULTS.vocal },
    { id: 'double', name: 'Vocal double', recordedPeakDbfs: -20.3, faults: FAULTS.double },
  ],
  play() {
    const { kick, clap, hats } = playDrums();
    const { vocal, double } = playVocals();
    const takes = new Map([
      ['kick', kick],
      ['clap', clap],
      ['hats', hats],
      ['bass', playBass()],
      ['pad', playPad()],
      ['arp', playArp()],
      ['lead', playLead()],
      ['vocal', vocal],
      ['double', double],
    ]);
    return Promise.resolve(takes);
  },
};
