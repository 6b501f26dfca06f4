import { bell, highPass } from '../../signal/filter.ts';
import { mix } from '../../signal/level.ts';
import { createRandom } from '../../signal/random.ts';
import type { Take } from '../../take.ts';
import { readVoice } from '../../voice/hts-voice.ts';
import type { SingingStyle } from '../../voice/phrase.ts';
import { sung, type ScoredNote } from '../../voice/scored-line.ts';
import { singPart, type PlacedLine } from '../../voice/sung-part.ts';
import { recordVoice } from './booth.ts';
import { findVoiceFile } from '../../voice/voice-file.ts';
import { groove, LOOP_FRAMES } from './score.ts';

/** The part above the lead, or below it. */
export type HarmonyPart = 'high' | 'low';

const ooh = (firstBeat: number, note: string, beats = 5.4): PlacedLine => ({
  text: 'Ooh',
  labelFile: 'ooh.lab',
  effort: -0.2,
  levelDb: -3,
  firstBeat,
  syllables: [sung('hh uw', 0, [note, 0.1, beats])],
});

const carryMeHome = (firstBeat: number, ...notes: [string, string, string, ...ScoredNote[]]): PlacedLine => {
  const [first, second, third, ...home] = notes;
  return {
    text: 'Carry me home',
    labelFile: 'carry-me-home.lab',
    effort: 0.2,
    levelDb: 0,
    firstBeat,
    syllables: [
      sung('k ae', 0, [first, 0, 1]),
      sung('r iy', -1, [second, 1, 1]),
      sung('m iy', 0, [third, 2, 1]),
      sung('hh ow m', 1, ...home),
    ],
  };
};

/** Oohs under the second half of the verse; in the chorus the words in thirds, and oohs that answer them. */
export const HARMONIES: Record<HarmonyPart, readonly PlacedLine[]> = {
  low: [
    ooh(12, 'A3'),
    ooh(18, 'B3', 2.8),
    ooh(21, 'C#4', 2.4),
    carryMeHome(24, 'D4', 'F#4', 'G4', ['F#4', 3, 2.5]),
    ooh(30, 'B3', 2.8),
    ooh(33, 'C#4', 2.4),
    carryMeHome(36, 'D4', 'F#4', 'G4', ['F#4', 3, 1.25], ['D4', 4.25, 1.25]),
    ooh(42, 'D4', 2.8),
    ooh(45, 'C#4', 2.4),
  ],
  high: [
    carryMeHome(24, 'B4', 'C#5', 'D5', ['D5', 3, 2.5]),
    ooh(30, 'B4', 2.8),
    ooh(33, 'A4', 2.4),
    carryMeHome(36, 'B4', 'C#5', 'D5', ['D5', 3, 1.25], ['A4', 4.25, 1.25]),
    ooh(42, 'A4', 2.8),
    ooh(45, 'A4', 2.4),
  ],
};

const STYLE: Omit<SingingStyle, 'effort' | 'seed' | 'formantScale'> = {
  wander: 1,
  vibratoCents: 30,
  vibratoHz: 5.1,
  breathiness: 0.6,
  mistuningCents: 6,
  mistimingMs: 18,
  scoopCents: 60,
  glideMs: 140,
  sibilanceDb: 0,
  unevennessDb: 1,
};

/** Vocal tract lengths of the two singers who share a part. */
const SINGERS: Record<HarmonyPart, readonly number[]> = { low: [0.9, 0.96], high: [1.02, 1.08] };

/** Two singers on one part, a step back from one microphone. */
export function playHarmony(part: HarmonyPart): Take {
  const voice = readVoice(findVoiceFile());
  const tracks = SINGERS[part].map((formantScale, i): [Float32Array, number] => {
    const style = { ...STYLE, formantScale, seed: `acoustic harmony ${part} ${i}`, vibratoHz: 5.1 + 0.3 * i };
    return [singPart(voice, HARMONIES[part], groove, LOOP_FRAMES, style).track, 0.6];
  });
  const random = createRandom(`acoustic harmony ${part} room`);
  return { channels: [recordVoice(mix(...tracks), [highPass(110), bell(3200, 0.9, 2)], random)], marks: [] };
}
