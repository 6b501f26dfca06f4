const SEMITONES: Record<string, number> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };

/** MIDI number of a note name such as "F#4" (A4 = 69). */
export function midiFromName(name: string): number {
  const match = /^([A-G])([#b]?)(-?\d)$/.exec(name);
  if (!match) throw new Error(`"${name}" is not a note name such as F#4`);
  const accidental = match[2] === '#' ? 1 : match[2] === 'b' ? -1 : 0;
  return SEMITONES[match[1]] + accidental + 12 * (Number(match[3]) + 1);
}

/** Frequency in Hz of a MIDI number, fractions allowed; equal temperament, A4 = 440 Hz. */
export const frequencyHzFromMidi = (midi: number): number => 440 * Math.pow(2, (midi - 69) / 12);
