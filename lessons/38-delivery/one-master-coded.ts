import { CODEC_TURNED_DOWN_DB } from '../../src/band/sets/codec.ts';
import { only } from '../../src/demos/variation.ts';
import { mixSpec } from '../../src/dsp/mix-draft.ts';
import type { MixSpec } from '../../src/dsp/mix-spec.ts';

/** The set “codec”: the same two bars four times over; one is heard, the others are muted. */
const all: MixSpec = mixSpec({
  song: 'codec',
  strips: { file: {}, 'AAC-256': {}, 'AAC-128': {}, 'MP3-64': {} },
});

export const coded = (stem: 'file' | 'AAC-256' | 'AAC-128' | 'MP3-64'): MixSpec => only(all, [stem]);

/** A true peak of the master and of what is made of it, as it reads in the set. */
export const turnedDown = (from: number, to: number): readonly [number, number] => [
  from - CODEC_TURNED_DOWN_DB,
  to - CODEC_TURNED_DOWN_DB,
];
