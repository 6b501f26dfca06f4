import { bell, filter, highPass, highShelf } from '../../signal/filter.ts';
import { mix } from '../../signal/level.ts';
import { throughLoop } from '../../signal/loop.ts';
import { createRandom } from '../../signal/random.ts';
import type { Take } from '../../take.ts';
import { boothOf, roomTone } from '../../instruments/vocal-booth.ts';
import { readVoice } from '../../voice/hts-voice.ts';
import type { SingingStyle } from '../../voice/phrase.ts';
import { sung } from '../../voice/scored-line.ts';
import { singPart, type PlacedLine } from '../../voice/sung-part.ts';
import { findVoiceFile } from '../../voice/voice-file.ts';
import { BEATS_PER_BAR, groove, LOOP_FRAMES } from './score.ts';

const ooh = (bar: number, note: string, levelDb: number): PlacedLine => ({
  text: 'Ooh',
  labelFile: 'ooh.lab',
  effort: -0.1,
  levelDb,
  firstBeat: bar * BEATS_PER_BAR,
  syllables: [sung('hh uw', 0, [note, 0.05, 3.5])],
});

/** Two parts, a bar to a note: far away while the break builds, open in the chorus. */
const PARTS: Record<'low' | 'high', readonly PlacedLine[]> = {
  low: [
    ooh(10, 'B3', -8),
    ooh(11, 'C4', -5),
    ooh(12, 'B3', 0),
    ooh(13, 'A3', 0),
    ooh(14, 'C4', 0),
    ooh(15, 'A3', 0),
  ],
  high: [ooh(12, 'D4', 0), ooh(13, 'F#4', 0), ooh(14, 'E4', 0), ooh(15, 'D4', 0)],
};

const STYLE: Omit<SingingStyle, 'effort' | 'seed' | 'formantScale' | 'vibratoHz'> = {
  wander: 1,
  vibratoCents: 28,
  breathiness: 0.6,
  mistuningCents: 7,
  mistimingMs: 22,
  scoopCents: 60,
  glideMs: 150,
  sibilanceDb: 0,
  unevennessDb: 1.2,
};

const SINGERS: readonly { part: keyof typeof PARTS; formantScale: number; vibratoHz: number }[] = [
  { part: 'low', formantScale: 0.92, vibratoHz: 4.9 },
  { part: 'low', formantScale: 0.98, vibratoHz: 5.3 },
  { part: 'high', formantScale: 1.02, vibratoHz: 5.1 },
  { part: 'high', formantScale: 1.07, vibratoHz: 5.6 },
];

/** Four backing singers around one microphone, a step back. */
export function playOohs(): Take {
  const voice = readVoice(findVoiceFile());
  const singers = SINGERS.map(({ part, ...singer }, i): [Float32Array, number] => [
    singPart(voice, PARTS[part], groove, LOOP_FRAMES, { ...STYLE, ...singer, seed: `indie pop ooh ${i}` })
      .track,
    0.5,
  ]);
  const microphone = throughLoop(mix(...singers), (x) =>
    filter(x, highPass(110), bell(3000, 0.8, 2), highShelf(8000, 1)),
  );
  const room = roomTone(LOOP_FRAMES, createRandom('indie pop oohs room'));
  return { channels: [mix([microphone, 1], [boothOf(microphone), 2], [room, 5e-4])], marks: [] };
}
