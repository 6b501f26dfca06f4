import { distributionIndex } from './decision-tree.ts';
import type { HtsVoice, Stream } from './hts-voice.ts';
import { mostLikelyTrajectory } from './mlpg.ts';

/** A phone and the frames [firstFrame, endFrame) it takes when spoken. */
export interface SpokenPhone {
  name: string;
  firstFrame: number;
  endFrame: number;
}

/** A line as the voice would speak it: the spectra are sung later, at other times and pitches. */
export interface SpokenLine {
  /** Mel-cepstrum, [frame][coefficient]. */
  melCepstra: Float64Array[];
  /** 1 where the voice would vibrate. */
  voiced: Uint8Array;
  phones: SpokenPhone[];
}

/** A state of a phone's model, held for one frame. */
interface FrameState {
  label: string;
  state: number;
}

/** Beyond this, stretching a dull dimension to its natural variance turns into warble. */
const MAX_VARIANCE_GAIN = 2.2;

/** Speak full-context labels (one line of a .lab file each). */
export function speakLine(voice: HtsVoice, labelLines: readonly string[]): SpokenLine {
  const { states, phones } = timeStates(voice, labelLines);
  const leafOf = rememberLeaves();
  const spectra = states.map((at) => leafOf(voice.melCepstrum, at));
  const pitches = states.map((at) => leafOf(voice.logF0, at));
  const speaking = new Uint8Array(states.length).fill(1);
  for (const phone of phones) if (phone.name === 'pau') speaking.fill(0, phone.firstFrame, phone.endFrame);

  const order = voice.melCepstrum.dimensions;
  const melCepstra = states.map(() => new Float64Array(order));
  for (let d = 0; d < order; d++) {
    const trajectory = mostLikelyTrajectory({
      means: [0, 1, 2].map((w) => Float64Array.from(spectra, (leaf) => leaf[w * order + d])),
      precisions: [0, 1, 2].map((w) => Float64Array.from(spectra, (leaf) => 1 / leaf[(3 + w) * order + d])),
    });
    // Coefficient 0 is loudness, which the singer decides.
    if (d > 0) restoreVariance(trajectory, speaking, voice.globalVariance[d]);
    trajectory.forEach((value, frame) => {
      melCepstra[frame][d] = value;
    });
  }
  return { melCepstra, voiced: Uint8Array.from(pitches, (leaf) => (leaf.at(-1)! > 0.5 ? 1 : 0)), phones };
}

/** Give every state of every phone its mean duration. */
function timeStates(
  voice: HtsVoice,
  labelLines: readonly string[],
): { states: FrameState[]; phones: SpokenPhone[] } {
  const states: FrameState[] = [];
  const phones = labelLines.map((line) => {
    const label = line.trim().split(/\s+/).at(-1)!;
    const durations = voice.durations.distributions[0][distributionIndex(voice.durations, 2, label)];
    const firstFrame = states.length;
    for (let s = 0; s < voice.stateCount; s++) {
      const frames = Math.max(1, Math.round(durations[s]));
      for (let k = 0; k < frames; k++) states.push({ label, state: s + 2 });
    }
    return { name: /-([^+]+)\+/.exec(label)![1], firstFrame, endFrame: states.length };
  });
  return { states, phones };
}

/** Looking a leaf up takes hundreds of pattern matches, and neighbouring frames ask for the same one. */
function rememberLeaves(): (stream: Stream, at: FrameState) => Float32Array {
  const leaves = new Map<Stream, Map<string, Float32Array>>();
  return (stream, { label, state }) => {
    const known = leaves.get(stream) ?? new Map<string, Float32Array>();
    leaves.set(stream, known);
    const key = `${state} ${label}`;
    const leaf = known.get(key) ?? stream.distributions[state - 2][distributionIndex(stream, state, label)];
    known.set(key, leaf);
    return leaf;
  };
}

/** Scale a trajectory about its mean to a natural variance, in place (after Toda & Tokuda 2007), where the voice speaks. */
function restoreVariance(trajectory: Float64Array, speaking: Uint8Array, natural: number): void {
  const spoken = trajectory.filter((_, frame) => speaking[frame] === 1);
  const mean = spoken.reduce((sum, value) => sum + value, 0) / spoken.length;
  const variance = spoken.reduce((sum, value) => sum + (value - mean) ** 2, 0) / spoken.length;
  const gain = Math.min(MAX_VARIANCE_GAIN, Math.sqrt(natural / variance));
  for (let frame = 0; frame < trajectory.length; frame++) {
    if (speaking[frame] === 1) trajectory[frame] = mean + (trajectory[frame] - mean) * gain;
  }
}
