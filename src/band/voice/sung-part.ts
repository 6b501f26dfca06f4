import type { Groove } from '../groove.ts';
import type { Mark } from '../take.ts';
import type { HtsVoice } from './hts-voice.ts';
import type { SingingStyle } from './phrase.ts';
import { addSungLine, type ScoredLine } from './scored-line.ts';

/** A line whose beats count from `firstBeat` of the loop. */
export interface PlacedLine extends ScoredLine {
  firstBeat: number;
}

/** A singer's lines as a dry loop. */
export interface SungPart {
  track: Float32Array;
  marks: Mark[];
  /** When each line's phrase starts, half a second before its first note. */
  startsSeconds: number[];
}

/** Sing all lines of a part; each comes out at the level its score asks for. */
export function singPart(
  voice: HtsVoice,
  lines: readonly PlacedLine[],
  groove: Groove,
  loopFrames: number,
  style: Omit<SingingStyle, 'effort'>,
): SungPart {
  const track = new Float32Array(loopFrames);
  const sungLines = lines.map((line, i) =>
    addSungLine(track, voice, line, line.firstBeat, groove, {
      ...style,
      seed: `${style.seed} ${i} ${line.labelFile}`,
      effort: line.effort,
    }),
  );
  return {
    track,
    marks: sungLines.flatMap(({ marks }) => marks),
    startsSeconds: sungLines.map(({ startSeconds }) => startSeconds),
  };
}
