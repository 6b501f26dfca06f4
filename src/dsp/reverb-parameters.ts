import { choiceOf, type Values } from './parameter.ts';

/**
 * Times between which the lines of each kind lie, and the seed that places them there, chosen among the first forty for
 * tails with a flat spectrum from 150 Hz to 2.4 kHz and with little in common between the sides.
 */
export const REVERB_KINDS = [
  { name: 'Room', shortestMs: 8, longestMs: 60, seed: 33 },
  { name: 'Plate', shortestMs: 12, longestMs: 84, seed: 33 },
  { name: 'Hall', shortestMs: 22, longestMs: 120, seed: 33 },
] as const;

/**
 * The decay is the time in which the tail at 1 kHz falls by 60 dB (RT60); damping is where it takes half that time.
 * At the lower end of its range the low cut only keeps out what no loudspeaker plays.
 */
export const REVERB_PARAMETERS = {
  kind: choiceOf(
    'Kind',
    REVERB_KINDS.map((kind) => kind.name),
  ),
  preDelayMs: {
    label: 'Pre-delay',
    unit: 'ms',
    min: 0,
    max: 250,
    default: 0,
    taper: 'linear',
    decimals: 0,
  },
  decaySeconds: { label: 'Decay', unit: 's', min: 0.3, max: 6, default: 1.2, taper: 'log', decimals: 2 },
  dampingHz: {
    label: 'Damping',
    unit: 'Hz',
    min: 2000,
    max: 20000,
    default: 6000,
    taper: 'log',
    decimals: 0,
  },
  lowCutHz: { label: 'Low cut', unit: 'Hz', min: 20, max: 1000, default: 20, taper: 'log', decimals: 0 },
  mixPercent: { label: 'Mix', unit: '%', min: 0, max: 100, default: 25, taper: 'linear', decimals: 0 },
} as const;

export type ReverbSettings = Values<typeof REVERB_PARAMETERS>;
