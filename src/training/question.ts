import type { MixSpec } from '../dsp/mix-spec.ts';
import type { Parameter } from '../dsp/parameter.ts';

/** Something that can be listened to in a question. */
export interface Sound {
  readonly id: string;
  /** Tells nothing of the answer: “A”, “X”, “Untouched”. */
  readonly label: string;
  readonly spec: MixSpec;
}

/** One of the answers that are offered. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  /** What this answer would have sounded like, for “yours” beside “true”; null where it has no sound. */
  readonly spec: MixSpec | null;
  /** Where it lies on the exercise's scale (octaves, dB, steps), for partial credit; null where choices have no order. */
  readonly place: number | null;
}

/**
 * What becomes of the level, so that it does not give the answer away.
 *
 * - matched: every sound is turned down to the quietest one's loudness. For judging: compression, limiting, saturation.
 * - roved: every sound gets the same headroom and a random level of its own (±ROVING_DB). For naming: EQ, filters.
 * - equal: all sounds of a question play at one gain, because level is what is asked or is not touched.
 */
export type LevelRule = 'matched' | 'roved' | 'equal';

/** What a playback system must be able to do, or the question is withdrawn: not asked, not counted, and said so. */
export interface PlaybackNeeds {
  readonly stereo: boolean;
  /** The region where the difference lies. */
  readonly fromHz: number;
  readonly toHz: number;
}

interface QuestionBase {
  /** “Which of the two is X?” */
  readonly asks: string;
  /** What was there to be heard, told after the answer: “1 kHz was turned up by 6.0 dB.” */
  readonly tells: string;
  /** How large the difference is, in the exercise's unit. */
  readonly size: number;
  readonly levels: LevelRule;
  readonly needs: PlaybackNeeds;
  /** What can be listened to before the answer, the first one first. All specs of a question hold the same devices. */
  readonly heard: readonly Sound[];
  /** After the answer: the sound without what was asked for, and the one with it. */
  readonly dry: MixSpec;
  readonly truth: MixSpec;
  /** What these are called then, where “Untouched” and “Put right” would not do. */
  readonly dryLabel?: string;
  readonly truthLabel?: string;
}

/** Answered by choosing. */
export interface ChoiceQuestion extends QuestionBase {
  readonly kind: 'choice';
  readonly choices: readonly Choice[];
  /** The right choice's id. */
  readonly answer: string;
  /** Distance on the scale of the choices at which an answer earns nothing; null where only the right one earns. */
  readonly worthlessDistance: number | null;
}

/** A control of a matching question. */
export interface MatchKnob {
  readonly id: string;
  readonly parameter: Parameter;
  /** Where it stands at first, and where it is right. */
  readonly start: number;
  readonly target: number;
  /** How far two settings are apart as an ear would say: octaves for Hz, dB for dB, ratios as log₂. */
  distance(one: number, other: number): number;
  /** Of that distance: what counts as matched, and what earns nothing. */
  readonly tolerance: number;
  readonly worthlessDistance: number;
  /** “0.5 octaves too high”, “right” … said of what was set. */
  says(setting: number): string;
}

/** Answered by turning controls until it sounds like the target. */
export interface MatchQuestion extends QuestionBase {
  readonly kind: 'match';
  readonly knobs: readonly MatchKnob[];
  /** What the controls at these places sound like. It holds the same devices as what is heard. */
  specAt(settings: Readonly<Record<string, number>>): MixSpec;
  /** The target can be listened to only at first, not once “yours” was: memory is what is trained. */
  readonly targetHidden: boolean;
}

export type Question = ChoiceQuestion | MatchQuestion;
