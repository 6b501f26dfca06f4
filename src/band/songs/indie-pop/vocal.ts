import { readFileSync } from 'node:fs';
import { dbToGain } from '../../../dsp/decibels.ts';
import { convolveLoop } from '../../signal/convolution.ts';
import { bell, filter, highPass, highShelf, lowPass } from '../../signal/filter.ts';
import { mix, rmsOf } from '../../signal/level.ts';
import { addWrapped, throughLoop } from '../../signal/loop.ts';
import { midiFromName } from '../../signal/pitch.ts';
import { createRandom, type Random } from '../../signal/random.ts';
import { framesIn } from '../../signal/sample-rate.ts';
import { roomResponse, type Room } from '../../instruments/room.ts';
import { readVoice } from '../../voice/hts-voice.ts';
import { findVoiceFile } from '../../voice/voice-file.ts';
import type { SingingStyle, Syllable } from '../../voice/phrase.ts';
import { sing } from '../../voice/singer.ts';
import { speakLine } from '../../voice/spoken-line.ts';
import type { Mark, Take } from '../../take.ts';
import { BEATS_PER_VERSE, MELODY, VERSES, type ScoredLine } from './melody.ts';
import { groove, LOOP_FRAMES } from './score.ts';

const STYLE: Omit<SingingStyle, 'seed' | 'effort'> = {
  formantScale: 1,
  vibratoCents: 54,
  vibratoHz: 5.7,
  breathiness: 0.3,
  mistuningCents: 7,
  mistimingMs: 12,
  scoopCents: 140,
  glideMs: 110,
  sibilanceDb: 3.2,
  unevennessDb: 2.6,
};

/** Time before a line's first note, for its first consonants, and after its last. */
const LEAD_SECONDS = 0.5;
const TAIL_SECONDS = 0.6;
const BREATH_SECONDS = 0.32;
/** Level of a line of 0 dB before microphone and room. */
const LINE_RMS = 0.08;

const BOOTH: Room = {
  seed: 'booth',
  sizeMetres: [2.2, 1.8, 2.3],
  sourceMetres: [0.9, 0.8, 1.5],
  decaySeconds: 0.16,
  earlyGain: 0.1,
  tailGain: 0.05,
};
const BOOTH_MICROPHONE = [1.2, 1.0, 1.5] as const;

/** Lead vocal in a small booth, close to a bright condenser microphone. */
export function playVocal(): Take {
  const voice = readVoice(findVoiceFile());
  const random = createRandom('indie pop breaths');
  const track = new Float32Array(LOOP_FRAMES);
  const marks: Mark[] = [];

  for (let verse = 0; verse < VERSES; verse++) {
    for (const line of MELODY) {
      const { syllables, startSeconds, durationSeconds } = timeLine(line, verse * BEATS_PER_VERSE);
      const style = { ...STYLE, seed: `lead ${line.labelFile} ${verse}`, effort: line.effort };
      const phrase = sing(voice, speakLine(voice, labelsOf(line)), syllables, durationSeconds, style);
      // A good take is even from line to line; how uneven this one is, its faults decide.
      const evenGain = (LINE_RMS * dbToGain(line.levelDb)) / rmsOf(phrase.samples);
      addWrapped(track, phrase.samples, framesIn(startSeconds), evenGain);
      addWrapped(track, breathIn(random), framesIn(startSeconds + 0.02), 0.035);

      const phones = phrase.phones.map((phone) => ({
        kind: 'phone' as const,
        name: phone.name,
        startSeconds: startSeconds + phone.startSeconds,
        endSeconds: startSeconds + phone.endSeconds,
      }));
      marks.push(...phones, {
        kind: 'line',
        name: line.text,
        startSeconds: phones[0].startSeconds,
        endSeconds: phones.at(-1)!.endSeconds,
      });
    }
  }

  const microphone = throughLoop(track, (x) =>
    filter(x, highPass(70), bell(3400, 1, 3.5), highShelf(6500, 3)),
  );
  const booth = convolveLoop(microphone, roomResponse(BOOTH, BOOTH_MICROPHONE));
  return { channels: [mix([microphone, 1], [booth, 1], [roomTone(random), 7e-4])], marks };
}

/** The score's beats as seconds from the start of the phrase. */
function timeLine(
  line: ScoredLine,
  firstBeat: number,
): { syllables: Syllable[]; startSeconds: number; durationSeconds: number } {
  const secondsAt = (beat: number): number => groove.secondsAt(firstBeat + beat);
  const startSeconds = secondsAt(line.syllables[0].notes[0][1]) - LEAD_SECONDS;
  const syllables = line.syllables.map(({ phones, accentDb, notes }) => ({
    phones: phones.split(' '),
    accentDb,
    notes: notes.map(([name, beat, beats]) => ({
      midi: midiFromName(name),
      startSeconds: secondsAt(beat) - startSeconds,
      durationSeconds: beats * groove.beatSeconds,
    })),
  }));
  const last = syllables.at(-1)!.notes.at(-1)!;
  return {
    syllables,
    startSeconds,
    durationSeconds: last.startSeconds + last.durationSeconds + TAIL_SECONDS,
  };
}

function labelsOf(line: ScoredLine): string[] {
  const path = new URL(`../../labels/${line.labelFile}`, import.meta.url);
  return readFileSync(path, 'utf8').trim().split('\n');
}

/** A breath before the line: noise that swells and stops. */
function breathIn(random: Random): Float32Array {
  const noise = Float32Array.from({ length: framesIn(BREATH_SECONDS) }, (_, i) => {
    const part = i / framesIn(BREATH_SECONDS);
    return random.normal() * 1.6 * part ** 1.3 * (1 - part) ** 0.35;
  });
  return filter(noise, highPass(900), lowPass(3200), highShelf(4000, 7), bell(5200, 2, 6));
}

/** What a booth and a preamplifier sound like when nobody sings: mostly low, never silent. RMS 1. */
function roomTone(random: Random): Float32Array {
  const white = new Float32Array(LOOP_FRAMES).map(() => random.normal());
  return throughLoop(white, (x) => filter(x, highPass(60), highShelf(500, -6)), 0.2);
}
