import type { Fault } from '../../fault.ts';

/**
 * Everything that is wrong with the takes, on purpose: the reasons to mix this song. Each entry is an offset from the good take.
 * Lines are counted from 0 to 7 in the order in which they are sung. Nothing ducks for the kick.
 */
export const FAULTS = {
  kick: [
    { kind: 'bell', what: 'fights the bass at', frequencyHz: 50, q: 1.2, amountDb: 4 },
    { kind: 'level', what: 'too quiet', amountDb: -3 },
  ],
  clap: [
    { kind: 'bell', what: 'papery', frequencyHz: 1200, q: 1.4, amountDb: 4 },
    { kind: 'level', what: 'too quiet', amountDb: -4 },
  ],
  hats: [
    { kind: 'highShelf', what: 'harsh', frequencyHz: 8000, amountDb: 6 },
    { kind: 'level', what: 'too loud', amountDb: 3 },
  ],
  bass: [
    { kind: 'bell', what: 'fights the kick at', frequencyHz: 50, q: 1.2, amountDb: 4 },
    { kind: 'level', what: 'too loud', amountDb: 2 },
  ],
  pad: [
    { kind: 'bell', what: 'muddy', frequencyHz: 290, q: 0.8, amountDb: 6 },
    { kind: 'level', what: 'too loud', amountDb: 3 },
  ],
  arp: [
    { kind: 'centred', what: 'in the middle, behind the voice', amountDb: 0 },
    { kind: 'level', what: 'too quiet', amountDb: -3 },
  ],
  lead: [
    { kind: 'centred', what: 'in the middle, in front of the voice', amountDb: 0 },
    { kind: 'level', what: 'too loud', amountDb: 3 },
    { kind: 'bell', what: 'nasal', frequencyHz: 1400, q: 1.2, amountDb: 4 },
  ],
  vocal: [
    { kind: 'line', what: 'line too quiet', line: 0, amountDb: -5 },
    { kind: 'line', what: 'line too quiet', line: 1, amountDb: -2 },
    { kind: 'line', what: 'line too quiet', line: 2, amountDb: -7 },
    { kind: 'line', what: 'line too loud', line: 4, amountDb: 2 },
    { kind: 'line', what: 'line too quiet', line: 5, amountDb: -3 },
    { kind: 'line', what: 'line too loud', line: 7, amountDb: 2.5 },
    { kind: 'bell', what: 'sung too close, boomy', frequencyHz: 230, q: 0.8, amountDb: 4 },
    { kind: 'phones', what: 'S too loud', phones: ['s', 'z'], frequencyHz: 7500, amountDb: 5 },
  ],
  double: [
    { kind: 'centred', what: 'in the middle, on top of the lead', amountDb: 0 },
    { kind: 'phones', what: 'S too loud', phones: ['s', 'z'], frequencyHz: 7500, amountDb: 5 },
    { kind: 'level', what: 'as loud as the lead', amountDb: 6 },
  ],
} satisfies Record<string, readonly Fault[]>;
