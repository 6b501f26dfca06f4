import { busCompressor, compressor, lookAheadCompressor } from './compressor-insides.ts';
import { deEsser, gate, limiter } from './dynamics-insides.ts';
import type { InsideDraft } from './excerpt-draft.ts';
import type { InsideId } from './inside-device.ts';
import { channel, levelMatch } from './mix-insides.ts';
import { delay, reverb, width } from './space-insides.ts';
import { eq, exciter, playback, saturation } from './tone-insides.ts';

/** What is shown of every device. */
export const INSIDES: Readonly<Record<InsideId, InsideDraft>> = {
  eq,
  compressor,
  lookAheadCompressor,
  busCompressor,
  gate,
  deEsser,
  limiter,
  saturation,
  exciter,
  playback,
  delay,
  reverb,
  width,
  channel,
  levelMatch,
};
