import { dbToGain } from '../dsp/decibels.ts';
import { faultMarks, withFaults, type Fault } from './fault.ts';
import { ditherTo16Bit, type Pcm } from './files/pcm.ts';
import { peakOf, scale } from './signal/level.ts';
import type { Song, StemPlan } from './song.ts';
import type { Mark } from './take.ts';
import type { ListedFault } from '../song-manifest.ts';

/** A stem as it ships. */
export interface RecordedStem {
  plan: StemPlan;
  channels: Float32Array[];
  pcm: Pcm;
  marks: Mark[];
}

/** Play a song, set each stem's recording level, spoil it (unless `clean`) and round it to 16 bit. */
export async function recordSong(song: Song, clean: boolean): Promise<RecordedStem[]> {
  const takes = await song.play();
  return song.stems.map((plan) => {
    const take = takes.get(plan.id);
    if (!take) throw new Error(`${song.id} plays no ${plan.id}`);
    const gain = dbToGain(plan.recordedPeakDbfs) / peakOf(...take.channels);
    for (const channel of take.channels) scale(channel, gain);
    const seed = `${song.id} ${plan.id}`;
    const { channels, marks } = clean ? take : withFaults(take, plan.faults, seed);
    return { plan, channels, pcm: ditherTo16Bit(channels, seed), marks };
  });
}

/** Told one by one, each with its time. */
const TIMED: readonly Fault['kind'][] = ['line', 'pops', 'squeaks'];

/** Faults of single lines, pops and squeaks are told with their time; those that recur at every S or note are told once. */
export function describeFaults({ plan, marks }: RecordedStem): ListedFault[] {
  return plan.faults.flatMap((fault): ListedFault[] => {
    const what = fault.kind === 'bell' ? `${fault.what} ${fault.frequencyHz} Hz` : fault.what;
    const frequencyHz = 'frequencyHz' in fault ? fault.frequencyHz : null;
    const amountDb =
      'amountDb' in fault ? fault.amountDb : 'rmsDbfs' in fault ? fault.rmsDbfs : fault.peakDbfs;
    const told = { what, frequencyHz, amountDb };
    if (!TIMED.includes(fault.kind)) return [{ ...told, startSeconds: null, endSeconds: null }];
    return faultMarks(fault, marks).map((mark) => ({
      ...told,
      startSeconds: toMilliseconds(mark.startSeconds),
      endSeconds: toMilliseconds(mark.endSeconds),
    }));
  });
}

/** Rounded, so that the manifest stays readable. */
export const toMilliseconds = (seconds: number): number => Math.round(seconds * 1000) / 1000;
