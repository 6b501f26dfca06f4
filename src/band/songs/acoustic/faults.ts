import type { Fault } from '../../fault.ts';

/**
 * Everything that is wrong with the recording, on purpose. Each entry is an offset from the good take. All mono stems stand in the middle, on top of
 * one another, until somebody pans them. Lines are counted from 0 to 7 in the order in which they are sung.
 */
export const FAULTS = {
  'guitar-1': [
    { kind: 'bell', what: 'boomy, microphone at the sound hole', frequencyHz: 115, q: 1, amountDb: 6 },
    { kind: 'bell', what: 'body resonance', frequencyHz: 195, q: 1.6, amountDb: 4 },
    { kind: 'squeaks', what: 'squeaking string', frequencyHz: 1450, peakDbfs: -25 },
    { kind: 'hum', what: 'mains hum', frequencyHz: 50, peakDbfs: -62 },
    { kind: 'hiss', what: 'preamplifier hiss', rmsDbfs: -66 },
    { kind: 'centred', what: 'in the middle, on top of the other guitar', amountDb: 0 },
  ],
  'guitar-2': [
    { kind: 'bell', what: 'body resonance', frequencyHz: 190, q: 1.4, amountDb: 5 },
    { kind: 'level', what: 'too quiet', amountDb: -4 },
    { kind: 'hiss', what: 'preamplifier hiss', rmsDbfs: -70 },
    { kind: 'centred', what: 'in the middle, on top of the other guitar', amountDb: 0 },
  ],
  piano: [
    { kind: 'bell', what: 'muddy', frequencyHz: 280, q: 0.9, amountDb: 5 },
    { kind: 'highShelf', what: 'woolly, lid nearly shut', frequencyHz: 4500, amountDb: -5 },
    { kind: 'level', what: 'too loud', amountDb: 4 },
  ],
  bass: [
    { kind: 'bell', what: 'boomy', frequencyHz: 95, q: 1, amountDb: 4 },
    { kind: 'unevenNotes', what: 'uneven, not compressed', amountDb: 2.2 },
  ],
  cajon: [
    { kind: 'bell', what: 'boxy', frequencyHz: 420, q: 1, amountDb: 5 },
    { kind: 'rumble', what: 'rumble through the floor', frequencyHz: 40, rmsDbfs: -54 },
  ],
  shaker: [
    { kind: 'highShelf', what: 'harsh', frequencyHz: 7500, amountDb: 4 },
    { kind: 'level', what: 'too loud', amountDb: 3 },
    { kind: 'centred', what: 'in the middle, on top of the voice', amountDb: 0 },
  ],
  'harmony-low': [
    { kind: 'bell', what: 'thick', frequencyHz: 330, q: 0.9, amountDb: 4 },
    { kind: 'level', what: 'too quiet', amountDb: -3 },
    { kind: 'centred', what: 'in the middle, behind the lead', amountDb: 0 },
  ],
  'harmony-high': [
    { kind: 'bell', what: 'nasal', frequencyHz: 1100, q: 1.2, amountDb: 4 },
    { kind: 'centred', what: 'in the middle, behind the lead', amountDb: 0 },
  ],
  vocal: [
    { kind: 'line', what: 'line too quiet', line: 1, amountDb: -5 },
    { kind: 'line', what: 'line too quiet', line: 2, amountDb: -2 },
    { kind: 'line', what: 'line too quiet', line: 3, amountDb: -3 },
    { kind: 'line', what: 'line too loud', line: 4, amountDb: 3 },
    { kind: 'line', what: 'line too quiet', line: 5, amountDb: -1.5 },
    { kind: 'line', what: 'line too loud', line: 6, amountDb: 2 },
    { kind: 'line', what: 'line too quiet', line: 7, amountDb: -4 },
    { kind: 'bell', what: 'sung too close, boomy', frequencyHz: 200, q: 0.8, amountDb: 6 },
    { kind: 'phones', what: 'S too loud', phones: ['s', 'z'], frequencyHz: 7500, amountDb: 5 },
    { kind: 'pops', what: 'P and B pop', phones: ['p', 'b'], frequencyHz: 58, peakDbfs: -17 },
  ],
} satisfies Record<string, readonly Fault[]>;
