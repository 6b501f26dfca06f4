import type { Fault } from '../../fault.ts';

/**
 * Everything that is wrong with the recording, on purpose: the reasons to mix this song. Each entry is an offset from the good take.
 * Lines are counted from 0 to 7 in the order in which they are sung.
 */
export const FAULTS = {
  kick: [
    { kind: 'bell', what: 'boxy', frequencyHz: 320, q: 0.9, amountDb: 5.5 },
    { kind: 'bell', what: 'fights the bass at', frequencyHz: 82, q: 1.6, amountDb: 4 },
  ],
  snare: [{ kind: 'bell', what: 'ringing', frequencyHz: 900, q: 2.2, amountDb: 5 }],
  overheads: [{ kind: 'highShelf', what: 'harsh', frequencyHz: 7000, amountDb: 6 }],
  bass: [
    { kind: 'bell', what: 'boomy, crowds the kick at', frequencyHz: 95, q: 1, amountDb: 5 },
    { kind: 'unevenNotes', what: 'uneven, not compressed', amountDb: 2 },
  ],
  'guitar-left': [
    { kind: 'centred', what: 'in the middle, on top of the voice', amountDb: 0 },
    { kind: 'bell', what: 'muddy', frequencyHz: 260, q: 1, amountDb: 5.5 },
    { kind: 'level', what: 'too loud', amountDb: 4 },
    { kind: 'hum', what: 'mains hum', frequencyHz: 50, peakDbfs: -66 },
    { kind: 'hiss', what: 'amplifier hiss', rmsDbfs: -66 },
  ],
  'guitar-right': [
    { kind: 'centred', what: 'in the middle, on top of the other guitar', amountDb: 0 },
    { kind: 'bell', what: 'muddy', frequencyHz: 300, q: 1, amountDb: 5 },
    { kind: 'level', what: 'too loud', amountDb: 3 },
    { kind: 'hiss', what: 'amplifier hiss', rmsDbfs: -68 },
  ],
  keys: [{ kind: 'bell', what: 'woolly', frequencyHz: 230, q: 0.9, amountDb: 5 }],
  oohs: [
    { kind: 'centred', what: 'in the middle, behind the voice', amountDb: 0 },
    { kind: 'level', what: 'too loud', amountDb: 3 },
    { kind: 'bell', what: 'thick', frequencyHz: 320, q: 0.9, amountDb: 4 },
  ],
  vocal: [
    { kind: 'line', what: 'line too quiet', line: 1, amountDb: -4 },
    { kind: 'line', what: 'line too loud', line: 2, amountDb: 3 },
    { kind: 'line', what: 'line too quiet', line: 3, amountDb: -1 },
    { kind: 'line', what: 'line too quiet', line: 4, amountDb: -2 },
    { kind: 'line', what: 'line too quiet', line: 5, amountDb: -5 },
    { kind: 'line', what: 'line too loud', line: 6, amountDb: 2.5 },
    { kind: 'bell', what: 'sung too close, boomy', frequencyHz: 210, q: 0.8, amountDb: 5 },
    { kind: 'phones', what: 'S too loud', phones: ['s', 'z'], frequencyHz: 7500, amountDb: 5 },
    { kind: 'pops', what: 'P and B pop', phones: ['p', 'b'], frequencyHz: 62, peakDbfs: -16 },
  ],
} satisfies Record<string, readonly Fault[]>;
