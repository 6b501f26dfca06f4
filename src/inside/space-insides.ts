import type { InsideDraft } from './excerpt-draft.ts';

export const delay: InsideDraft = {
  idea: 'A delay repeats the sound as an echo, in time with the song.',
  mainFile: 'dsp/delay.ts',
  excerpts: [
    {
      file: 'dsp/delay-parameters.ts',
      within: 'function delaySeconds',
      to: '}',
      says: 'The time from one echo to the next: a note value at the tempo of the song, or a time that you choose freely.',
      settings: ['note', 'bpm', 'freeMs'],
    },
    {
      file: 'dsp/delay-tap.ts',
      within: 'advance(): void',
      from: 'let place',
      to: 'out[1] =',
      says: 'An echo is looked up in a memory: what comes out now is what went in that long ago.',
    },
    {
      file: 'dsp/delay.ts',
      within: 'process(left: Float64Array',
      from: 'lowCut.filter',
      to: 'right[i] =',
      says: 'Each echo loses some bass and treble, goes back into the memory quieter by the feedback, on the other side if it plays ping-pong, and is mixed with the sound itself.',
      settings: ['feedbackPercent', 'pingPong', 'lowCutHz', 'highCutHz', 'mixPercent'],
    },
  ],
  sources: [{ file: 'dsp/delay-cut.ts', from: 'V. Zavalishin', to: 'ch. 3' }],
};

export const reverb: InsideDraft = {
  idea: 'A reverb puts the sound into a room by making thousands of echoes that die away.',
  mainFile: 'dsp/feedback-network.ts',
  excerpts: [
    {
      file: 'dsp/reverb.ts',
      within: 'private processStretch',
      from: 'this.preDelay.process',
      to: 'this.network.process',
      says: 'The way through the room: a short wait before the first echo, less bass, one click smeared into many, and then the tail.',
      settings: ['preDelayMs', 'lowCutHz'],
    },
    {
      file: 'dsp/reverb-diffuser.ts',
      within: 'class AllPassPair',
      from: 'const delayedLeft',
      to: 'right[i] =',
      says: 'Smearing: a part of what went in a moment ago is added and taken away again, which spreads a click in time and leaves every steady tone as loud as it was.',
    },
    {
      file: 'dsp/feedback-absorption.ts',
      within: 'function designAbsorption',
      from: 'const passLossDb',
      to: 'return {',
      says: 'How much an echo loses each time around, so that the whole tail falls by 60\u00a0dB within the decay time, and the treble sooner than the rest.',
      settings: ['decaySeconds', 'dampingHz'],
    },
    {
      file: 'dsp/feedback-network.ts',
      within: 'private feedBack(',
      from: 'const s =',
      to: 'm3[place]',
      says: 'Sixteen echoes are mixed with each other by adding and subtracting, and sent around again together with the new sound: the heart of the reverb.',
      settings: ['kind'],
    },
  ],
  sources: [
    { file: 'dsp/feedback-network.ts', from: 'J. Stautner', to: '1982' },
    { file: 'dsp/feedback-absorption.ts', from: 'J.-M. Jot', to: 'Convention, 1991' },
    { file: 'dsp/reverb-diffuser.ts', from: 'J. Dattorro', to: '1997' },
    { file: 'dsp/reverb-diffuser.ts', from: 'M. R. Schroeder', to: '1962' },
    { file: 'dsp/feedback-turn.ts', from: 'S. J. Schlecht', to: '2015' },
  ],
};

export const width: InsideDraft = {
  idea: 'Width makes the difference between left and right larger or smaller.',
  mainFile: 'dsp/width.ts',
  excerpts: [
    {
      file: 'dsp/width.ts',
      within: 'process(left: Float64Array',
      from: 'const mid =',
      to: 'right[i] =',
      says: 'What both sides have in common is the middle, what they differ in is the side; the side is turned up or down, and both are put together again.',
      settings: ['widthPercent'],
    },
    {
      file: 'dsp/width-mono-bass.ts',
      within: 'filter(mid: number',
      from: 'const once =',
      to: 'this.side =',
      says: 'The side loses its bass in two filters, one after the other, so that the lowest notes come from both loudspeakers alike.',
      settings: ['monoBelowHz'],
    },
  ],
  sources: [
    { file: 'dsp/width.ts', from: 'A. D. Blumlein', to: '1931' },
    { file: 'dsp/width-mono-bass.ts', from: 'S. H. Linkwitz', to: '1976' },
    { file: 'dsp/width-mono-bass.ts', from: 'V. Zavalishin', to: 'ch. 4' },
  ],
};
