import { bandHz } from '../analysis/lap-analysis.ts';
import { EQ_PARAMETERS } from '../dsp/eq-bands.ts';
import { eqGainAt } from './eq-response.ts';
import type { EqDevice } from './eq-points.ts';
import { greatestDifference } from './spectrum-difference.ts';

const NO_BREAK = '\u00a0';
const NOTES = ['C', 'C♯', 'D', 'D♯', 'E', 'F', 'F♯', 'G', 'G♯', 'A', 'A♯', 'B'];
/** A0 and C8, in semitones as MIDI counts them. */
const LOWEST_KEY = 21;
const HIGHEST_KEY = 108;
/** Below this nobody hears a difference, and a third octave does not show it reliably. */
const SAME_DB = 0.5;
/** A level that stands for silence. */
const SILENT_DB = -100;

/** "250 Hz", "3.2 kHz": two digits, as exact as a third of an octave is; three where a control steps finer. */
export function frequencyText(hz: number, digits = 2): string {
  const rounded = Number(hz.toPrecision(digits));
  return rounded >= 1000 ? `${rounded / 1000}${NO_BREAK}kHz` : `${rounded}${NO_BREAK}Hz`;
}

/** The nearest note of a piano in equal temperament, A4 = 440 Hz: "B3"; null beyond its keys. */
export function noteName(hz: number): string | null {
  const semitones = Math.round(69 + 12 * Math.log2(hz / 440));
  if (semitones < LOWEST_KEY || semitones > HIGHEST_KEY) return null;
  return `${NOTES[semitones % 12]}${Math.floor(semitones / 12) - 1}`;
}

/** "−32 dB", or "silent". */
export function levelText(db: number): string {
  if (db < SILENT_DB) return 'silent';
  return `${minus(db, 0)}${NO_BREAK}dB`;
}

/** "minus 32 decibels", for the ear. */
export function spokenLevel(db: number): string {
  if (db < SILENT_DB) return 'silent';
  const rounded = Math.round(db);
  return `${rounded < 0 ? 'minus ' : ''}${Math.abs(rounded)} decibels`;
}

export function spokenFrequency(hz: number): string {
  return frequencyText(hz, 3).replace(`${NO_BREAK}kHz`, ' kilohertz').replace(`${NO_BREAK}Hz`, ' hertz');
}

/** Two spectra over the lap, and of this moment while it plays. */
export interface Compared {
  readonly label: string;
  readonly averageDb: Float32Array;
  /** Null when nothing plays. */
  readonly nowDb: Float32Array | null;
  /** What level match has added to both, in dB (≤ 0). */
  readonly matchDb: number;
}

/** "Over the loop, at 250 Hz (where the two differ most) “Mixed” has 6.2 dB less than “Raw”; the EQ cuts 5.0 dB there." */
export function spectrumWords(first: Compared, second: Compared, eq: EqDevice | null): string {
  const most = greatestDifference(first.averageDb, second.averageDb);
  if (!most || Math.abs(most.db) < SAME_DB)
    return `Over the loop “${second.label}” has the same spectrum as “${first.label}”.${eqEnding(eq)}`;
  const hz = bandHz(most.band);
  const there = `Over the loop, at ${frequencyText(hz)} (where the two differ most) “${second.label}” has ${moreOrLess(most.db)} than “${first.label}”`;
  const eqThere = eq ? `; ${eqAt(eq, hz)}` : '';
  return `${there}${eqThere}.${matchEnding(first, second)}${rightNow(first, second, most.band)}`;
}

/** Without this, a cut of 10 dB that shows as 4 would look like a mistake. */
function matchEnding(first: Compared, second: Compared): string {
  const [turned, other] = first.matchDb < second.matchDb ? [first, second] : [second, first];
  const db = other.matchDb - turned.matchDb;
  if (db < SAME_DB) return '';
  const further = other.matchDb > -0.05 ? '' : ` further than “${other.label}”`;
  return ` Level match has turned “${turned.label}” down ${db.toFixed(1)}${NO_BREAK}dB${further}.`;
}

function rightNow(first: Compared, second: Compared, band: number): string {
  if (!first.nowDb || !second.nowDb) return '';
  const level = second.nowDb[band];
  if (level < SILENT_DB) return ' Right now: silent.';
  const db = level - first.nowDb[band];
  return ` Right now: ${Math.abs(db) < 0.05 ? 'the same' : moreOrLess(db)}, at ${levelText(level)}.`;
}

/** What is known before the song has been measured: the EQ's curve alone. */
export function wordsBefore(playing: boolean, eq: EqDevice | null): string {
  return `${playing ? 'The spectrum appears once the loop has been measured.' : 'Press Play to see the spectrum.'}${eqEnding(eq)}`;
}

function eqEnding(eq: EqDevice | null): string {
  if (!eq) return '';
  if (eq.bypassed) return ` The ${eq.name} is off.`;
  const { highPassHz, lowPassHz } = eq.settings;
  const passes = [
    highPassHz > EQ_PARAMETERS.highPassHz.min ? `takes away below ${frequencyText(highPassHz)}` : [],
    lowPassHz < EQ_PARAMETERS.lowPassHz.max ? `takes away above ${frequencyText(lowPassHz)}` : [],
  ].flat();
  const bands = [
    [eq.settings.lowShelfHz, eq.settings.lowShelfDb],
    [eq.settings.lowBellHz, eq.settings.lowBellDb],
    [eq.settings.midBellHz, eq.settings.midBellDb],
    [eq.settings.highBellHz, eq.settings.highBellDb],
    [eq.settings.highShelfHz, eq.settings.highShelfDb],
  ].filter(([, db]) => db !== 0);
  const said = [
    ...bands.map(([hz]) => `${changeText(eqGainAt(eq.settings, hz))} at ${frequencyText(hz)}`),
    ...passes,
  ];
  if (said.length === 0) return ` The ${eq.name} changes nothing.`;
  return ` The ${eq.name} ${said.join(', ')}.`;
}

function eqAt(eq: EqDevice, hz: number): string {
  return eq.bypassed
    ? `the ${eq.name} is off`
    : `the ${eq.name} ${changeText(eqGainAt(eq.settings, hz))} there`;
}

function changeText(db: number): string {
  if (Math.abs(db) < 0.05) return 'changes nothing';
  return `${db < 0 ? 'cuts' : 'adds'} ${Math.abs(db).toFixed(1)}${NO_BREAK}dB`;
}

function moreOrLess(db: number): string {
  return `${Math.abs(db).toFixed(1)}${NO_BREAK}dB ${db < 0 ? 'less' : 'more'}`;
}

function minus(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}
