import type { InsideDraft } from './excerpt-draft.ts';

export const eq: InsideDraft = {
  idea: 'An EQ turns single regions of pitch up or down, from the deepest bass to the highest air.',
  mainFile: 'dsp/eq.ts',
  excerpts: [
    {
      file: 'dsp/eq-bands.ts',
      within: 'function eqSections',
      to: "passSections('low'",
      says: 'Seven bands, one after the other, each with its own settings; a band that stands at 0\u00a0dB, or a pass filter at the end of its range, is left out and changes nothing.',
      settings: [
        'highPassHz',
        'highPassSlope',
        'lowShelfHz',
        'lowShelfDb',
        'lowBellHz',
        'lowBellDb',
        'lowBellQ',
        'midBellHz',
        'midBellDb',
        'midBellQ',
        'highBellHz',
        'highBellDb',
        'highBellQ',
        'highShelfHz',
        'highShelfDb',
        'lowPassHz',
        'lowPassSlope',
      ],
    },
    {
      file: 'dsp/matched-biquad.ts',
      within: 'function analogFilter',
      from: "case 'bell'",
      to: 'poles: [a,',
      says: 'The shape of a band, as six numbers: a bell lifts or dips the surroundings of its frequency, a shelf everything below it or above it.',
    },
    {
      file: 'dsp/biquad-cascade.ts',
      within: 'function processSingle(',
      from: 'const x =',
      to: 's1 =',
      says: 'The filter itself, for every sample: what comes out is the new sample mixed with what the filter remembers of earlier ones, and how they are mixed decides which pitches come out stronger.',
    },
  ],
  sources: [
    { file: 'dsp/biquad.ts', from: 'R. Bristow-Johnson', to: '(2005)' },
    { file: 'dsp/matched-biquad.ts', from: 'M. Vicanek', to: '(2016)' },
    { file: 'dsp/eq-bands.ts', from: 'S. Butterworth', to: '1930' },
  ],
};

export const saturation: InsideDraft = {
  idea: 'Saturation bends the loud parts of a wave, which adds overtones that were not there before.',
  mainFile: 'dsp/saturation-curves.ts',
  excerpts: [
    {
      file: 'dsp/saturation-curves.ts',
      within: 'function soft(',
      to: '}',
      says: 'The bend: small values pass almost as they are, large ones press against 1 and never reach it.',
    },
    {
      file: 'dsp/saturation-curves.ts',
      within: 'function curveAt(',
      to: 'return scale',
      says: 'The drive makes the sound larger before the bend, the bias moves it off the middle so that both halves of the wave bend differently, and a hard clip cuts everything off at 1.',
      settings: ['kind', 'driveDb', 'biasPercent'],
    },
    {
      file: 'dsp/saturation.ts',
      within: 'function saturationCurve',
      from: 'for (let z',
      to: 'return { ...curve',
      says: 'So that you compare tone and not level, the result is turned to come out about as loud as it went in, for music of the level that you tell it.',
      settings: ['programmeDb'],
    },
    {
      file: 'dsp/saturation.ts',
      within: 'process(left: Float64Array',
      from: 'this.shaper.process',
      to: 'right[from + i] = dry',
      says: 'The bent sound and the untouched one, which has waited just as long, are mixed.',
      settings: ['mixPercent'],
    },
  ],
  sources: [
    { file: 'dsp/saturation-curves.ts', from: 'J. Parker', to: 'DAFx-16, 2016' },
    { file: 'dsp/saturation-curves.ts', from: 'S. Bilbao', to: '24(7), 2017' },
    { file: 'dsp/saturation.ts', from: 'J. Pakarinen', to: '33(2), 2009' },
  ],
};

export const exciter: InsideDraft = {
  idea: 'An exciter adds new overtones to the top of a sound and leaves the rest alone.',
  mainFile: 'dsp/exciter.ts',
  excerpts: [
    {
      file: 'dsp/exciter.ts',
      within: 'function exciterCurve',
      to: 'return {',
      says: 'The curve keeps only what a bend adds, not the sound that goes into it; off its middle it adds even overtones as well as odd ones.',
      settings: ['driveDb', 'evenPercent'],
    },
    {
      file: 'dsp/exciter.ts',
      within: 'process(left: Float64Array',
      from: 'this.before.process',
      to: 'this.after.process',
      says: 'A filter lets only the top of the sound through to the curve, and once more behind it, so that nothing is added below the frequency.',
      settings: ['frequencyHz'],
    },
    {
      file: 'dsp/exciter.ts',
      within: 'process(left: Float64Array',
      from: 'const share =',
      to: 'right[from + i] = dry',
      says: 'What the curve has made is added to the untouched sound, by the amount.',
      settings: ['amountPercent'],
    },
  ],
  sources: [
    { file: 'dsp/exciter.ts', from: 'C. Knoppel', to: '1979' },
    { file: 'dsp/saturation-curves.ts', from: 'J. Parker', to: 'DAFx-16, 2016' },
  ],
};

export const playback: InsideDraft = {
  idea: 'Playback lets you hear the mix as a phone, a laptop or a car would play it.',
  mainFile: 'dsp/playback-systems.ts',
  excerpts: [
    {
      file: 'dsp/playback-systems.ts',
      within: "name: 'Phone'",
      to: 'sideGain: 0',
      says: 'A phone in four filters: no bass, a little lifted where speech is clearest, no highest treble, and both sides as one.',
      settings: ['system'],
    },
    {
      file: 'dsp/playback-voice.ts',
      within: 'private narrow(',
      from: 'for (let i',
      to: 'left[i] += side',
      says: 'The difference between left and right is turned down, which brings both sides closer together, down to mono.',
    },
    {
      file: 'dsp/playback-systems.ts',
      within: 'function playbackMatchDb',
      from: 'for (let frequencyHz',
      to: 'return 10',
      says: 'Every system is turned to the same loudness, by adding up what the ear hears of all pitches before and after it, so that none wins by being louder.',
    },
  ],
  sources: [
    { file: 'dsp/playback-systems.ts', from: 'F. Toole', to: '2015, §4.2' },
    { file: 'dsp/playback-systems.ts', from: 'E. Carmichael', to: '2021' },
    { file: 'dsp/playback-systems.ts', from: 'ITU-R', to: 'BS.1770-5' },
  ],
};
