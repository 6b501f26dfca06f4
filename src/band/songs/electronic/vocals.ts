import type { Groove } from '../../groove.ts';
import { boothOf, breathIn, roomTone } from '../../instruments/vocal-booth.ts';
import { bell, filter, highPass, highShelf, type Section } from '../../signal/filter.ts';
import { mix } from '../../signal/level.ts';
import { addWrapped, throughLoop } from '../../signal/loop.ts';
import { createRandom } from '../../signal/random.ts';
import { framesIn } from '../../signal/sample-rate.ts';
import { readVoice, type HtsVoice } from '../../voice/hts-voice.ts';
import type { SingingStyle } from '../../voice/phrase.ts';
import { addSungLine, type ScoredLine } from '../../voice/scored-line.ts';
import { findVoiceFile } from '../../voice/voice-file.ts';
import type { Mark, Take } from '../../take.ts';
import { DOUBLED_LINES, MELODY } from './melody.ts';
import { groove, LOOP_FRAMES } from './score.ts';

/** Held on the note by a pitch corrector at its fastest: no vibrato, no scoops, steps instead of slides. */
const HARD_TUNED: Omit<SingingStyle, 'seed' | 'effort'> = {
  formantScale: 1,
  vibratoCents: 0,
  vibratoHz: 5,
  breathiness: 0.34,
  mistuningCents: 0,
  mistimingMs: 5,
  scoopCents: 0,
  wander: 0,
  glideMs: 20,
  sibilanceDb: 4.5,
  unevennessDb: 1.5,
};
/** The second take, beside the first: with both on the same pitch at the same time, they would comb. */
const DOUBLE: Omit<SingingStyle, 'seed' | 'effort'> = {
  ...HARD_TUNED,
  formantScale: 0.97,
  mistimingMs: 6,
  detuneCents: 10,
  sibilanceDb: 9,
};
const LATE_SECONDS = 0.018;
/** Sung with less pressure, so that it stays behind the lead. */
const SOFTER_EFFORT = -0.3;
const lateGroove: Groove = { ...groove, secondsAt: (beat) => groove.secondsAt(beat) + LATE_SECONDS };

/** The lead and its double, both close to a condenser microphone in a small booth. */
export function playVocals(): { vocal: Take; double: Take } {
  const voice = readVoice(findVoiceFile());
  return {
    vocal: singTake(voice, 'lead', MELODY, HARD_TUNED, groove, highShelf(6500, 6.5)),
    double: singTake(
      voice,
      'double',
      DOUBLED_LINES.map((line) => ({ ...MELODY[line], effort: MELODY[line].effort + SOFTER_EFFORT })),
      DOUBLE,
      lateGroove,
      highShelf(6500, -2),
    ),
  };
}

function singTake(
  voice: HtsVoice,
  part: string,
  lines: readonly ScoredLine[],
  style: Omit<SingingStyle, 'seed' | 'effort'>,
  feel: Groove,
  top: Section,
): Take {
  const random = createRandom(`electronic ${part} breaths`);
  const track = new Float32Array(LOOP_FRAMES);
  const marks: Mark[] = [];
  lines.forEach((line, i) => {
    const seed = `electronic ${part} ${i}`;
    const phrase = addSungLine(track, voice, line, 0, feel, { ...style, seed, effort: line.effort });
    addWrapped(track, breathIn(random), framesIn(phrase.startSeconds + 0.02), 0.03);
    marks.push(...phrase.marks);
  });
  const microphone = throughLoop(track, (x) => filter(x, highPass(80), bell(3600, 0.9, 2.5), top));
  const room = roomTone(LOOP_FRAMES, random);
  return { channels: [mix([microphone, 1], [boothOf(microphone), 0.7], [room, 5e-4])], marks };
}
