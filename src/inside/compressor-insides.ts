import type { ExcerptDraft, InsideDraft, SourceDraft } from './excerpt-draft.ts';

const GAIN = 'dsp/compressor-gain.ts';

const TUTORIAL: SourceDraft = { file: 'dsp/compressor-curve.ts', from: 'D. Giannoulis', to: '2012' };

const listening: ExcerptDraft = {
  file: 'dsp/level-detector.ts',
  within: 'private detect(',
  from: 'Math.abs(left',
  to: 'levels[i] =',
  says: 'It listens first: of the left and the right sample the larger one counts, so that both sides are always turned down together; the high-pass before it is off at 20\u00a0Hz.',
  settings: ['detector', 'sidechainHighPassHz'],
};

const curve: ExcerptDraft = {
  file: GAIN,
  within: 'private reduce(',
  from: 'const over =',
  to: 'asked = bend',
  says: 'The level in decibels that is above the threshold, and how much of it the ratio asks to take away; around the threshold the knee bends the corner round.',
  settings: ['thresholdDb', 'ratio', 'kneeDb'],
};

const timing: ExcerptDraft = {
  file: GAIN,
  within: 'private reduce(',
  from: 'const falling =',
  to: 'applied = attack',
  says: 'Nothing is turned down at once: with every sample the reduction moves a step towards what is asked for, a small one if attack or release is long, a larger one if it is short.',
  settings: ['attackMs', 'releaseMs'],
  reduces: true,
};

const turning: ExcerptDraft = {
  file: GAIN,
  within: 'private reduce(',
  from: 'if (applied > NO_REDUCTION_DB)',
  to: 'levels[i] = makeup;',
  says: 'The reduction in decibels becomes a number to multiply the sound with, and the makeup gain is multiplied on top.',
  settings: ['makeupDb'],
};

export const compressor: InsideDraft = {
  idea: 'A compressor turns the sound down while it is louder than a level that you choose.',
  mainFile: GAIN,
  excerpts: [listening, curve, timing, turning],
  sources: [TUTORIAL],
};

export const lookAheadCompressor: InsideDraft = {
  idea: 'A compressor that hears the sound a little earlier than you do, and so is never late.',
  mainFile: 'dsp/look-ahead.ts',
  excerpts: [
    {
      file: 'dsp/look-ahead.ts',
      within: '  process(',
      from: 'this.left[position] =',
      to: 'right[start + i] = this',
      says: 'The sound waits in a memory that goes round and round, and comes out again when its place is next; its level is allowed to go ahead.',
      settings: ['lookAheadMs'],
    },
    {
      file: 'dsp/look-ahead.ts',
      within: 'private delayedLevel',
      from: 'const delay =',
      to: 'return near +',
      says: 'The level waits only for the part of the delay that the look-ahead leaves over, and between two samples a value between the two is taken.',
    },
    curve,
    timing,
  ],
  sources: [TUTORIAL],
};

export const busCompressor: InsideDraft = {
  idea: 'The compressor of a mixing desk: one for the whole mix, with few settings in steps.',
  mainFile: 'dsp/bus-compressor.ts',
  excerpts: [
    {
      file: 'dsp/bus-compressor.ts',
      within: 'const RATIOS',
      to: 'const RELEASES_MS',
      says: 'The knobs click from one of these values to the next, as the switches of a mixing desk do.',
      settings: ['ratio', 'attack', 'release'],
    },
    { ...curve, settings: ['thresholdDb', 'ratio'] },
    {
      ...timing,
      says: 'With an automatic release two releases run side by side, a short one for a single hit and a long one for what stays loud, and the larger of the two reductions counts.',
      settings: ['attack', 'release'],
    },
  ],
  sources: [TUTORIAL],
};
