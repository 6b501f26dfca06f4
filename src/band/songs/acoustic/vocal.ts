import { bell, highShelf } from '../../signal/filter.ts';
import { addWrapped } from '../../signal/loop.ts';
import { createRandom } from '../../signal/random.ts';
import { framesIn } from '../../signal/sample-rate.ts';
import type { Take } from '../../take.ts';
import { readVoice } from '../../voice/hts-voice.ts';
import type { SingingStyle } from '../../voice/phrase.ts';
import { singPart } from '../../voice/sung-part.ts';
import { breathIn } from '../../instruments/vocal-booth.ts';
import { recordVoice } from './booth.ts';
import { findVoiceFile } from '../../voice/voice-file.ts';
import { MELODY } from './melody.ts';
import { groove, LOOP_FRAMES } from './score.ts';

/** Close and soft: more breath and a gentler vibrato than in front of a band. */
const STYLE: Omit<SingingStyle, 'effort'> = {
  seed: 'acoustic lead',
  formantScale: 0.97,
  wander: 1.12,
  vibratoCents: 44,
  vibratoHz: 5.9,
  breathiness: 0.42,
  mistuningCents: 4.5,
  mistimingMs: 12,
  scoopCents: 110,
  glideMs: 120,
  sibilanceDb: 10,
  unevennessDb: 1.8,
};

/** Lead vocal, close to a large condenser microphone. */
export function playVocal(): Take {
  const random = createRandom('acoustic breaths');
  const { track, marks, startsSeconds } = singPart(
    readVoice(findVoiceFile()),
    MELODY,
    groove,
    LOOP_FRAMES,
    STYLE,
  );
  for (const startSeconds of startsSeconds)
    addWrapped(track, breathIn(random), framesIn(startSeconds + 0.02), 0.03);
  return { channels: [recordVoice(track, [bell(3400, 1, 2), highShelf(6000, 4.5)], random)], marks };
}
