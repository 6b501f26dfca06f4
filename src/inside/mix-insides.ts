import type { InsideDraft } from './excerpt-draft.ts';

export const channel: InsideDraft = {
  idea: 'The fader says how loud a part is, the pan where it stands between left and right.',
  mainFile: 'dsp/channel.ts',
  excerpts: [
    {
      file: 'dsp/pan.ts',
      within: 'function panGains',
      from: 'const angle',
      to: 'return {',
      says: 'The pan is a quarter of a circle: on the way from left to right one side falls as the other one rises, and the pan law says how loud the middle is.',
    },
    {
      file: 'dsp/channel.ts',
      within: 'apply(spec: ChannelSpec',
      from: 'panGains(',
      to: 'this.rightGain',
      says: 'The fader, given in decibels, becomes a number to multiply with, and the pan shares it out between the two sides.',
    },
    {
      file: 'dsp/channel.ts',
      within: 'private fade(',
      from: 'if (leftGain.moving',
      to: 'return;',
      says: 'While a fader or a pan moves, every sample gets a gain of its own, so that nothing clicks.',
    },
    {
      file: 'dsp/channel.ts',
      within: 'private send(',
      from: 'for (let i',
      to: '}',
      says: 'A send adds a copy to a shared effect, behind the fader: turn the part down and its echo goes with it.',
    },
  ],
  sources: [],
};

export const levelMatch: InsideDraft = {
  idea: 'Level match brings every version to the same loudness, so that you hear what changed and not which is louder.',
  mainFile: 'dsp/loudness-history.ts',
  excerpts: [
    {
      file: 'analysis/analyse-lap.ts',
      within: 'function measured(',
      from: 'const meter',
      to: 'return meter',
      says: 'Each version is played through once, unheard, and its loudness is measured over the whole loop.',
    },
    {
      file: 'dsp/loudness-history.ts',
      within: 'get integratedLufs',
      to: 'return energyToLufs',
      says: 'Loudness is an average in which silence and very quiet moments do not count, as broadcasters agreed on.',
    },
    {
      file: 'demos/demo.ts',
      within: 'function matchDb',
      to: 'return Math.min',
      says: 'The quietest of all that can be chosen is the measure: how far this one is above it is how far it is turned down, and nothing is ever turned up.',
    },
  ],
  sources: [
    { file: 'dsp/loudness-history.ts', from: 'ITU-R BS.1770-5', to: 'eq. 3–7' },
    { file: 'dsp/k-weighting.ts', from: 'De Man', to: '2018' },
  ],
};
