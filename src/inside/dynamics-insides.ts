import type { InsideDraft } from './excerpt-draft.ts';

export const gate: InsideDraft = {
  idea: 'A gate turns the sound down while it is quiet, so that what leaks in between the notes is gone.',
  mainFile: 'dsp/gate-gain.ts',
  excerpts: [
    {
      file: 'dsp/gate-gain.ts',
      within: 'private follow(',
      from: 'for (let i',
      to: 'levels[i] =',
      says: 'The level is followed: up at once, down slowly, so that the gate does not flutter with every swing of the wave.',
    },
    {
      file: 'dsp/gate-gain.ts',
      within: 'private gate(',
      from: 'if (level >= threshold',
      to: 'open = false',
      says: 'It opens at the threshold, and it closes only when the level has fallen below it by the hysteresis and the hold time is over.',
      settings: ['thresholdDb', 'hysteresisDb', 'holdMs'],
    },
    {
      file: 'dsp/gate-gain.ts',
      within: 'private gate(',
      from: 'const asked',
      to: 'applied = asked',
      says: 'Closed, it asks for more reduction the further the level is below the threshold, up to the range, and moves there step by step: opening with the attack, closing with the release.',
      settings: ['ratio', 'rangeDb', 'attackMs', 'releaseMs'],
      reduces: true,
    },
  ],
  sources: [{ file: 'dsp/gate-gain.ts', from: 'U. Zölzer', to: 'section 4.2' }],
};

export const deEsser: InsideDraft = {
  idea: 'A de-esser turns down the sharp “s” of a voice and leaves the rest alone.',
  mainFile: 'dsp/de-esser-gain.ts',
  excerpts: [
    {
      file: 'dsp/de-esser-split.ts',
      within: 'private filter(',
      from: 'const highL =',
      to: 'whole[i] =',
      says: 'A filter has found what lies above the frequency, and its strength is measured beside that of the whole voice.',
      settings: ['frequencyHz'],
    },
    {
      file: 'dsp/de-esser-gain.ts',
      within: 'private compare(',
      from: 'high = high',
      to: 'parts[i] =',
      says: 'Both strengths are averaged over a moment, and only the share of the sharp part in the whole counts, so that loud and quiet words are treated alike.',
    },
    {
      file: 'dsp/de-esser-gain.ts',
      within: 'private time(',
      from: 'const over =',
      to: 'applied = attack',
      says: 'What the share has above the threshold is taken back, decibel for decibel and never more than the range, and the reduction glides there and back.',
      settings: ['thresholdDb', 'rangeDb'],
      reduces: true,
    },
    {
      file: 'dsp/de-esser-split.ts',
      within: 'turnDown(',
      from: 'const narrow',
      to: 'right[start + i] =',
      says: 'The sharp part is taken away from the sound by that much; in wideband mode it is the whole sound that is turned down.',
      settings: ['mode'],
    },
  ],
  sources: [
    { file: 'dsp/de-esser-split.ts', from: 'A. Simper', to: '2013' },
    { file: 'dsp/de-esser-split.ts', from: 'V. Zavalishin', to: '2012' },
    { file: 'dsp/compressor-curve.ts', from: 'D. Giannoulis', to: '2012' },
  ],
};

export const limiter: InsideDraft = {
  idea: 'A limiter makes the sound louder and lets nothing pass above its ceiling.',
  mainFile: 'dsp/limiter.ts',
  excerpts: [
    {
      file: 'dsp/limiter.ts',
      within: 'private takeIn(',
      from: 'for (let i',
      to: 'intoRight[',
      says: 'Every sample is multiplied with the drive, which is what pushes the sound up against the ceiling.',
      settings: ['driveDb'],
    },
    {
      file: 'dsp/limiter-target.ts',
      within: 'function raiseToPeaks(',
      from: 'for (let k = 0',
      to: 'let peak',
      says: 'Between two samples the wave can rise higher than both of them, so three points in between are worked out from the samples around.',
    },
    {
      file: 'dsp/limiter-target.ts',
      within: 'function writeTargetGains(',
      from: 'const peak =',
      to: 'gains[i] = 1',
      says: 'Where a peak would go through the ceiling, the ceiling divided by the peak is the gain that keeps it below; everywhere else the gain is 1, which changes nothing.',
      settings: ['ceilingDbtp'],
    },
    {
      file: 'dsp/look-ahead-gain.ts',
      within: 'process(gains:',
      from: 'this.held.process',
      to: 'this.secondBox',
      says: 'The sound is 5\u00a0ms late, so the lowest gain of what is about to come can be taken beforehand, given back with the release, and rounded off twice, which keeps it from crackling.',
      settings: ['releaseMs', 'mode'],
      reduces: true,
    },
  ],
  sources: [
    { file: 'dsp/limiter.ts', from: 'ITU-R BS.1770-5', to: 'Annex 2' },
    { file: 'dsp/look-ahead-gain.ts', from: 'Signalsmith', to: '2022' },
    { file: 'dsp/sliding-minimum.ts', from: 'van Herk', to: '1993' },
  ],
};
