/** What a singer is given: syllables with notes, and how to sing them. */

export interface Note {
  midi: number;
  startSeconds: number;
  durationSeconds: number;
}

export interface Syllable {
  /** CMU phones with exactly one vowel. */
  phones: string[];
  /** Several notes on one syllable are slurred. */
  notes: Note[];
  /** Emphasis in dB. */
  accentDb: number;
}

export interface SingingStyle {
  seed: string;
  /** Vocal tract length: above 1 sounds smaller, below 1 larger. */
  formantScale: number;
  vibratoCents: number;
  vibratoHz: number;
  /** 0–1: noise mixed with the voice. */
  breathiness: number;
  /** −1 to 1: louder singing is brighter. */
  effort: number;
  /** Standard deviation of each note's mistuning. */
  mistuningCents: number;
  /** How far the whole part is sharp; 0 unless told. A double a little off its lead beats slowly instead of cancelling it. */
  detuneCents?: number;
  /** Standard deviation of each syllable's start. */
  mistimingMs: number;
  /** How far below a phrase's first note the voice starts. */
  scoopCents: number;
  /** How much the pitch wanders and consonants pull at it: 1 = as in any voice, 0 = held by a pitch corrector. */
  wander: number;
  glideMs: number;
  /** How much louder than spoken the sibilants are. */
  sibilanceDb: number;
  /** Standard deviation of the level from syllable to syllable. */
  unevennessDb: number;
}

/** A phone placed in time; `sourceFirst` and `sourceEnd` are the frames of the spoken line it is taken from. */
export interface SungPhone {
  name: string;
  syllable: number;
  startSeconds: number;
  endSeconds: number;
  sourceFirst: number;
  sourceEnd: number;
}

/** Frames of the spoken line and of the singer's controls. */
export const FRAME_SECONDS = 0.005;
