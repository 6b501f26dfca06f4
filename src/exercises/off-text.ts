/** Less than this counts as right, in decibels or octaves: it is what a control shows. */
const NOTHING = 0.05;

/** “2.1 dB too loud”, “right”: how far a setting is off, said with the words for more and for less. */
export function decibelsOff(db: number, more: string, less: string): string {
  return off(db, 'dB', more, less);
}

/** “0.7 octaves too high” */
export function octavesOff(setting: number, target: number): string {
  return off(Math.log2(setting / target), 'octaves', 'high', 'low');
}

/** “12 ms too late”, of settings that are whole numbers */
export function wholeOff(difference: number, unit: string, more: string, less: string): string {
  return difference === 0 ? 'right' : `${Math.abs(difference)} ${unit} too ${difference > 0 ? more : less}`;
}

function off(difference: number, unit: string, more: string, less: string): string {
  if (Math.abs(difference) < NOTHING) return 'right';
  return `${Math.abs(difference).toFixed(1)} ${unit} too ${difference > 0 ? more : less}`;
}
