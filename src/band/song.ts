import type { Fault } from './fault.ts';
import type { Take } from './take.ts';

/** One stem of a song. */
export interface StemPlan {
  id: string;
  name: string;
  /** Sample peak of the good take, before its faults. */
  recordedPeakDbfs: number;
  faults: readonly Fault[];
}

/** A song: what a player needs to know about it, and how to play it. */
export interface Song {
  id: string;
  title: string;
  bpm: number;
  key: string;
  bars: number;
  loopFrames: number;
  /** Whether its drums are recordings (instruments/drum-bank.ts), which its credits must name. */
  usesDrumSamples: boolean;
  /** In the order of the mixer's strips. */
  stems: readonly StemPlan[];
  /** Play the whole song well; takes by stem id. */
  play(): Promise<Map<string, Take>>;
}
