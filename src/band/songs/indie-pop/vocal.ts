import { bell, filter, highPass, highShelf } from '../../signal/filter.ts';
import { mix } from '../../signal/level.ts';
import { addWrapped, throughLoop } from '../../signal/loop.ts';
import { createRandom } from '../../signal/random.ts';
import { framesIn } from '../../signal/sample-rate.ts';
import { boothOf, breathIn, roomTone } from '../../instruments/vocal-booth.ts';
import { readVoice } from '../../voice/hts-voice.ts';
import type { SingingStyle } from '../../voice/phrase.ts';
import { addSungLine } from '../../voice/scored-line.ts';
import { findVoiceFile } from '../../voice/voice-file.ts';
import type { Mark, Take } from '../../take.ts';
import { BEATS_PER_VERSE, MELODY, VERSES } from './melody.ts';
import { groove, LOOP_FRAMES } from './score.ts';

const STYLE: Omit<SingingStyle, 'seed' | 'effort'> = {
  formantScale: 1,
  vibratoCents: 38,
  vibratoHz: 6,
  breathiness: 0.3,
  mistuningCents: 4,
  mistimingMs: 12,
  scoopCents: 140,
  wander: 0.97,
  glideMs: 110,
  sibilanceDb: 3.6,
  unevennessDb: 2.6,
};

/** How each line of each verse lies in the form: held back in the verse and in the break, out in the chorus. */
const VERSE_LEVELS_DB = [
  [-2, -2, -1, -1],
  [-3, -1.5, 1, 1],
] as const;

/** Lead vocal in a small booth, close to a bright condenser microphone. */
export function playVocal(): Take {
  const voice = readVoice(findVoiceFile());
  const random = createRandom('indie pop breaths');
  const track = new Float32Array(LOOP_FRAMES);
  const marks: Mark[] = [];

  for (let verse = 0; verse < VERSES; verse++) {
    for (const [i, line] of MELODY.entries()) {
      const style = { ...STYLE, seed: `lead ${line.labelFile} ${verse}`, effort: line.effort };
      const scored = { ...line, levelDb: line.levelDb + VERSE_LEVELS_DB[verse][i] };
      const phrase = addSungLine(track, voice, scored, verse * BEATS_PER_VERSE, groove, style);
      addWrapped(track, breathIn(random), framesIn(phrase.startSeconds + 0.02), 0.035);
      marks.push(...phrase.marks);
    }
  }

  const microphone = throughLoop(track, (x) =>
    filter(x, highPass(70), bell(3400, 1, 3.5), highShelf(6500, 3)),
  );
  const room = roomTone(LOOP_FRAMES, random);
  return { channels: [mix([microphone, 1], [boothOf(microphone), 1], [room, 7e-4])], marks };
}
