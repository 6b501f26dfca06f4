import { dbToGain } from '../../dsp/decibels.ts';
import type { Groove } from '../groove.ts';
import { addWrapped } from '../signal/loop.ts';
import { rmsOf } from '../signal/level.ts';
import { framesIn } from '../signal/sample-rate.ts';
import type { Mark } from '../take.ts';
import type { HtsVoice } from './hts-voice.ts';
import type { SingingStyle } from './phrase.ts';
import { labelsOf, timeLine, type ScoredLine } from './timed-line.ts';
import { sing } from './singer.ts';
import { speakLine } from './spoken-line.ts';

/** Level of a line of 0 dB before microphone and room. */
const LINE_RMS = 0.08;

/** A singer's lines as a dry loop. */
export interface SungPart {
  track: Float32Array;
  marks: Mark[];
}

/** Sing all lines of a part; each comes out at the level its score asks for. */
export function singPart(
  voice: HtsVoice,
  lines: readonly ScoredLine[],
  groove: Groove,
  loopFrames: number,
  style: Omit<SingingStyle, 'effort'>,
): SungPart {
  const track = new Float32Array(loopFrames);
  const marks = lines.flatMap((line, i): Mark[] => {
    const { syllables, startSeconds, durationSeconds } = timeLine(line, groove);
    const own = { ...style, seed: `${style.seed} ${i} ${line.labelFile}`, effort: line.effort };
    const phrase = sing(voice, speakLine(voice, labelsOf(line)), syllables, durationSeconds, own);
    // A good take is even from line to line; how uneven this one is, its faults decide.
    const evenGain = (LINE_RMS * dbToGain(line.levelDb)) / rmsOf(phrase.samples);
    addWrapped(track, phrase.samples, framesIn(startSeconds), evenGain);
    const phones = phrase.phones.map((phone) => ({
      kind: 'phone' as const,
      name: phone.name,
      startSeconds: startSeconds + phone.startSeconds,
      endSeconds: startSeconds + phone.endSeconds,
    }));
    return [
      ...phones,
      {
        kind: 'line',
        name: line.text,
        startSeconds: phones[0].startSeconds,
        endSeconds: phones.at(-1)!.endSeconds,
      },
    ];
  });
  return { track, marks };
}
