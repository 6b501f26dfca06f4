import type { SongId } from '../demos/song-audio.ts';
import { mixSpec } from '../dsp/mix-draft.ts';
import { withDevices, type MixSpec } from '../dsp/mix-spec.ts';
import { acoustic } from '../mixes/acoustic.ts';
import { electronic } from '../mixes/electronic.ts';
import { indiePop } from '../mixes/indie-pop.ts';
import type { ReferenceMix } from '../mixes/reference-mix.ts';
import { excerptId } from '../stem-sets/stem-set-id.ts';
import type { Source, SourceLevels } from '../training/exercise.ts';
import measured from './source-levels.json' with { type: 'json' };

/** A song's excerpt for practice: four bars, nine or ten seconds, in which everything plays. */
interface PractiseSong {
  readonly song: SongId;
  readonly name: string;
  readonly mix: ReferenceMix;
  readonly bars: readonly [number, number];
  /** Stems that are asked about together, by the source's name. */
  readonly parts: Readonly<Record<string, readonly string[]>>;
}

const SONGS: readonly PractiseSong[] = [
  {
    song: 'indie-pop',
    name: 'indie pop',
    mix: indiePop,
    bars: [13, 16],
    parts: {
      voice: ['vocal'],
      drums: ['kick', 'snare', 'overheads'],
      bass: ['bass'],
      guitars: ['guitar-left', 'guitar-right'],
      keys: ['keys'],
    },
  },
  {
    song: 'electronic',
    name: 'electronic',
    mix: electronic,
    bars: [13, 16],
    parts: {
      voice: ['vocal'],
      drums: ['kick', 'clap', 'hats'],
      bass: ['bass'],
      synths: ['pad', 'arp', 'lead'],
    },
  },
  {
    song: 'acoustic',
    name: 'acoustic',
    mix: acoustic,
    bars: [11, 14],
    parts: {
      voice: ['vocal'],
      percussion: ['cajon', 'shaker'],
      bass: ['bass'],
      guitars: ['guitar-1', 'guitar-2'],
      piano: ['piano'],
    },
  },
];

/** Where parts have energy enough to hear a change of a few decibels, in Hz; the rest has all of it. */
const REGIONS: Readonly<Record<string, readonly [number, number]>> = {
  voice: [150, 12_000],
  bass: [40, 3000],
  guitars: [120, 8000],
  keys: [150, 6000],
  piano: [100, 6000],
  synths: [120, 12_000],
  drums: [40, 16_000],
  percussion: [60, 16_000],
};

const NOISE_SONG = 'pink-noise';
export const NOISE_STEM = 'noise';

/** Everything that comes with the course to practise on, the easiest to hear with first. */
export const SOURCES: readonly Source[] = [
  {
    id: NOISE_SONG,
    label: 'Pink noise',
    kind: 'noise',
    base: mixSpec({ song: NOISE_SONG, strips: { [NOISE_STEM]: {} } }),
    stereo: false,
    fromHz: 20,
    toHz: 20_000,
    get levels() {
      return levelsOf(NOISE_SONG);
    },
  },
  ...SONGS.flatMap(sourcesOf),
];

/** @throws where there is none of that id */
export function sourceById(id: string): Source {
  const source = SOURCES.find((entry) => entry.id === id);
  if (!source) throw new Error(`no source "${id}"; there are ${SOURCES.map((entry) => entry.id).join(', ')}`);
  return source;
}

/** The reference mix behind a song's sources, for questions about mixing and mastering. */
export function referenceOf(song: SongId): ReferenceMix {
  return SONGS.find((entry) => entry.song === song)!.mix;
}

/** A mix of the whole song as one of its excerpt. */
export function ofExcerpt(spec: MixSpec): MixSpec {
  const { song, bars } = SONGS.find((entry) => entry.song === spec.song)!;
  return { ...spec, song: excerptId(song, ...bars) };
}

function sourcesOf({ song, name, mix, parts }: PractiseSong): Source[] {
  const whole = ofExcerpt(mix.mixed);
  return [
    {
      id: `${song}-mix`,
      label: `Whole mix, ${name}`,
      kind: 'mix',
      base: whole,
      stereo: true,
      fromHz: 30,
      toHz: 16_000,
      get levels() {
        return levelsOf(`${song}-mix`);
      },
    },
    ...Object.entries(parts).map(([part, stems]): Source => {
      const id = `${song}-${part}`;
      const [fromHz, toHz] = REGIONS[part];
      return {
        id,
        label: `${part[0].toUpperCase()}${part.slice(1)}, ${name}`,
        kind: 'part',
        base: soloed(whole, stems),
        stereo: stems.length > 1 || part === 'keys' || part === 'piano',
        fromHz,
        toHz,
        get levels() {
          return levelsOf(id);
        },
      };
    }),
  ];
}

/** A mix with only these stems in it. What listened to another stem is bypassed: it is not there to be listened to. */
function soloed(spec: MixSpec, stems: readonly string[]): MixSpec {
  const kept = { ...spec, strips: spec.strips.filter(({ stem }) => stems.includes(stem)) };
  return withDevices(kept, (device) =>
    device.key === null || stems.includes(device.key) ? device : { ...device, key: null, bypassed: true },
  );
}

/**
 * Measured by `npm run levels`, which therefore must not ask.
 *
 * @throws where a source has not been measured
 */
function levelsOf(id: string): SourceLevels {
  const levels = (measured as Readonly<Record<string, SourceLevels>>)[id];
  if (!levels) throw new Error(`the levels of "${id}" are not known: run npm run levels`);
  return levels;
}
