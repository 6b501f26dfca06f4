import { inserted } from '../demos/variation.ts';
import type { SongId } from '../demos/song-audio.ts';
import { device } from '../dsp/mix-draft.ts';
import { withDevices, type DeviceSpec, type MixSpec } from '../dsp/mix-spec.ts';
import type { Exercise, Source } from '../training/exercise.ts';
import type { ChoiceQuestion } from '../training/question.ts';
import { ANYWHERE } from './changed.ts';
import { songOf, songReason, VOICE } from './whole-songs.ts';

const STRENGTH_LADDER = [100, 80, 60] as const;
/** What plays chords beside the voice, by song. */
const BACKING: Readonly<Record<SongId, readonly string[]>> = {
  'indie-pop': ['guitar-left', 'guitar-right'],
  electronic: ['pad'],
  acoustic: ['guitar-1', 'guitar-2'],
};

/**
 * The voice as recorded, by song: half of the time its peaks stay below this, in dBFS. What is wrong with the recording
 * is measured from here, so that it is as wrong in every song.
 */
const VOICE_DBFS: Readonly<Record<SongId, number>> = { 'indie-pop': -19, electronic: -24, acoustic: -22 };

const PLACES = ['mix', 'master', 'take'] as const;
type Place = (typeof PLACES)[number];
const PLACE_LABELS: Readonly<Record<Place, string>> = {
  mix: 'In the mix',
  master: 'In the master',
  take: 'Record it again',
};

/** A fault: settings of the devices that every side of the question holds, or the voice's fader. */
interface Fault {
  readonly place: Place;
  readonly tells: string;
  /** The device that is turned, by the end of its id, and its settings at a strength of 0 … 1. */
  readonly device: 'voice-eq' | 'voice-clip' | 'voice-gate' | 'backing-eq' | 'master-tilt' | null;
  settings(strength: number, voiceDbfs: number): Readonly<Record<string, number>>;
  readonly voiceDb?: number;
}

const FAULTS: readonly Fault[] = [
  {
    place: 'mix',
    tells:
      'The voice lay too far back, and only its own fader reaches it; a master would bring the band along.',
    device: null,
    settings: () => ({}),
    voiceDb: -9,
  },
  {
    place: 'mix',
    tells: 'The voice alone was harsh at 3.3 kHz. In the master, the same cut would dull everything else.',
    device: 'voice-eq',
    settings: (strength) => ({ highBellHz: 3300, highBellDb: 11 * strength, highBellQ: 1.2 }),
  },
  {
    place: 'mix',
    tells: 'What plays the chords was muddy at 250 Hz, and nothing else. The mix can reach it alone.',
    device: 'backing-eq',
    settings: (strength) => ({ lowBellHz: 250, lowBellDb: 13 * strength, lowBellQ: 0.8 }),
  },
  {
    place: 'master',
    tells: 'Everything was dull by the same amount: one shelf on the whole mends it, and keeps the balance.',
    device: 'master-tilt',
    settings: (strength) => ({ highShelfHz: 3500, highShelfDb: -9 * strength }),
  },
  {
    place: 'master',
    tells: 'Everything was boomy by the same amount: one shelf on the whole mends it, and keeps the balance.',
    device: 'master-tilt',
    settings: (strength) => ({ lowShelfHz: 180, lowShelfDb: 8 * strength }),
  },
  {
    place: 'master',
    tells: 'Everything stood out at 2.5 kHz by the same amount: one dip on the whole mends it.',
    device: 'master-tilt',
    settings: (strength) => ({ highBellHz: 2500, highBellDb: 8 * strength, highBellQ: 0.7 }),
  },
  {
    place: 'take',
    tells:
      'The voice was clipped when it was recorded. What clipping has added lies inside the words, and no device takes it out.',
    device: 'voice-clip',
    settings: (strength, voiceDbfs) => ({
      kind: 2,
      driveDb: -voiceDbfs - 10 + 10 * strength,
      programmeDb: -20,
      mixPercent: 100,
    }),
  },
  {
    place: 'take',
    tells: 'The ends of the words are missing from the recording. Nothing brings back what is not there.',
    device: 'voice-gate',
    settings: (strength, voiceDbfs) => ({
      thresholdDb: voiceDbfs - 8 + 10 * strength,
      rangeDb: 80,
      holdMs: 5,
      releaseMs: 20,
    }),
  },
];

/** Where a fault is mended. */
export const fixWhere: Exercise = {
  id: 'fix-where',
  title: 'Fix it where?',
  trains: 'Decide whether a fault belongs to the mix, to the master, or to another take.',
  family: 'the whole',
  ways: ['name'],
  unit: '%',
  ladder: STRENGTH_LADDER,
  unsuited: songReason,
  choiceCount: () => PLACES.length,
  ask: ({ source, rung, answer, draw }): ChoiceQuestion => {
    const place = PLACES[answer];
    const fault = draw.of(FAULTS.filter((entry) => entry.place === place));
    const strength = STRENGTH_LADDER[rung] / 100;
    const dry = prepared(source);
    const truth = faulty(dry, fault, strength, VOICE_DBFS[songOf(source)]);
    return {
      kind: 'choice',
      asks: 'Something is wrong with this song. Where is it mended best?',
      tells: fault.tells,
      size: STRENGTH_LADDER[rung],
      levels: 'matched',
      needs: ANYWHERE,
      heard: [{ id: 'song', label: 'The song', spec: truth }],
      choices: PLACES.map((id) => ({ id, label: PLACE_LABELS[id], spec: null, place: null })),
      answer: place,
      worthlessDistance: null,
      dry,
      truth,
      dryLabel: 'Without the fault',
    };
  },
};

/** The mix with every device that a fault may turn, all at rest. */
function prepared(source: Source): MixSpec {
  const off = (entry: DeviceSpec): DeviceSpec => ({ ...entry, bypassed: true });
  let spec = inserted(source.base, VOICE, off(device('eq', 'voice-eq', 'Voice EQ', {})));
  // What happened to the recording lies before everything that was done to it afterwards.
  const recording = [
    off(device('saturation', 'voice-clip', 'Clipping', {})),
    off(device('gate', 'voice-gate', 'Gate', {})),
  ];
  spec = {
    ...spec,
    strips: spec.strips.map((strip) =>
      strip.stem === VOICE ? { ...strip, devices: [...recording, ...strip.devices] } : strip,
    ),
  };
  for (const stem of BACKING[songOf(source)])
    spec = inserted(spec, stem, off(device('eq', `${stem}-backing-eq`, 'EQ', {})));
  return { ...spec, master: [...spec.master, off(device('eq', 'master-tilt', 'Whole EQ', {}))] };
}

function faulty(spec: MixSpec, fault: Fault, strength: number, voiceDbfs: number): MixSpec {
  const turned = withDevices(spec, (entry) =>
    fault.device && entry.id.endsWith(fault.device)
      ? device(entry.type, entry.id, entry.name, fault.settings(strength, voiceDbfs))
      : entry,
  );
  const voiceDb = (fault.voiceDb ?? 0) * strength;
  return {
    ...turned,
    strips: turned.strips.map((strip) =>
      strip.stem === VOICE ? { ...strip, levelDb: strip.levelDb + voiceDb } : strip,
    ),
  };
}
