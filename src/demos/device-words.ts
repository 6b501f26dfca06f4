import { COMPRESSOR_PARAMETERS } from '../dsp/compressor.ts';
import { delaySeconds } from '../dsp/delay-parameters.ts';
import { EQ_PARAMETERS, type EqSettings } from '../dsp/eq-bands.ts';
import type { DeviceSpec } from '../dsp/mix-spec.ts';
import { labelInSentence, settingText } from '../setting-text.ts';
import { PARAMETER_TABLES } from './parameter-tables.ts';

/** A setting as prose writes it; a choice by its name. */
export function valueText(device: DeviceSpec, setting: string): string {
  const parameter = PARAMETER_TABLES[device.type][setting]!;
  const value = valueOf(device, setting);
  return parameter.choices ? parameter.choices[value]!.toLowerCase() : settingText(parameter, value);
}

/** "Threshold" of a compressor, in the middle of a sentence. */
export function settingName(device: DeviceSpec, setting: string): string {
  return labelInSentence(PARAMETER_TABLES[device.type][setting]!.label);
}

export function valueOf(device: DeviceSpec, setting: string): number {
  return (device.settings as Record<string, number>)[setting]!;
}

/**
 * What a device does, from its settings: "7:1 above −38 dB, attack 3 ms". At most `most` moves of an EQ, the largest,
 * with those of the EQs that treat other takes of the same part.
 */
export function deviceWords(device: DeviceSpec, most = 4, kin: readonly DeviceSpec[] = []): string {
  const text = (setting: string): string => valueText(device, setting);
  switch (device.type) {
    case 'eq':
      return kinMoves([device, ...kin])
        .slice(0, most)
        .join(', ');
    case 'compressor':
    case 'lookAheadCompressor':
      return listed([
        `${text('ratio')} above ${text('thresholdDb')}`,
        `attack ${text('attackMs')}`,
        `release ${text('releaseMs')}`,
        deafWords(device.settings.sidechainHighPassHz),
        device.settings.makeupDb > 0 && `makeup ${text('makeupDb')}`,
      ]);
    case 'busCompressor':
      return listed([
        `${text('ratio')} above ${text('thresholdDb')}`,
        `attack ${text('attack')}`,
        `release ${text('release')}`,
        deafWords(device.settings.sidechainHighPassHz),
        device.settings.makeupDb > 0 && `makeup ${text('makeupDb')}`,
      ]);
    case 'limiter':
      return listed([
        device.settings.driveDb > 0 && `driven ${size(device.settings.driveDb)} into its ceiling`,
        `ceiling ${text('ceilingDbtp')}`,
        `release ${text('releaseMs')}`,
        device.settings.mode === 1 && 'in loud mode',
      ]);
    case 'gate':
      return `closes below ${text('thresholdDb')}, by up to ${text('rangeDb').replace('+', '')}`;
    case 'deEsser':
      return `S sounds above ${text('frequencyHz')} down by up to ${size(device.settings.rangeDb)}`;
    case 'saturation':
      return listed([text('kind'), `drive ${size(device.settings.driveDb)}`, `mix ${text('mixPercent')}`]);
    case 'exciter':
      return `new overtones above ${text('frequencyHz')}, amount ${text('amountPercent')}`;
    case 'delay':
      if (device.settings.mixPercent === 100 && device.settings.feedbackPercent === 0)
        return `everything ${Math.round(1000 * delaySeconds(device.settings))}\u00a0ms later`;
      return `a repeat every ${Math.round(1000 * delaySeconds(device.settings))}\u00a0ms, feedback ${text('feedbackPercent')}`;
    case 'reverb':
      return listed([
        text('kind'),
        `decay ${text('decaySeconds')}`,
        device.settings.preDelayMs > 0 && `pre-delay ${text('preDelayMs')}`,
      ]);
    case 'width':
      return listed([
        device.settings.widthPercent !== 100 && `width ${text('widthPercent')}`,
        device.settings.monoBelowHz > 20 && `mono below ${text('monoBelowHz')}`,
      ]);
    case 'playback':
      return text('system');
  }
}

/** What a compressor does not listen to, if anything. */
function deafWords(sidechainHighPassHz: number): string | false {
  return sidechainHighPassHz > COMPRESSOR_PARAMETERS.sidechainHighPassHz.min
    ? `deaf below ${hertz(sidechainHighPassHz)}`
    : false;
}

/** One thing that an EQ does: "−6 dB", "at", "260 Hz". */
interface EqMove {
  readonly words: string;
  readonly place: string;
  readonly hz: string;
  /** How much it matters, for an order. */
  readonly weight: number;
}

/** Moves of EQs that do nearly the same: "−7 dB at 270 Hz and 310 Hz". Of unlike ones, the first one's. */
function kinMoves(devices: readonly DeviceSpec[]): string[] {
  const [first, ...others] = devices.flatMap((device) =>
    device.type === 'eq' ? [eqMoves(device.settings)] : [],
  );
  return first.map(({ words, place, hz }, i) => {
    const alike = others
      .map((moves) => moves[i])
      .filter((move) => move?.words === words && move.place === place);
    const all = [...new Set([hz, ...alike.map((move) => move.hz)])];
    return `${words} ${place} ${all.join(' and ')}`;
  });
}

/** An EQ's bands that are on, the strongest first; pass filters after the bells and shelves. */
function eqMoves(s: EqSettings): EqMove[] {
  const moves: EqMove[] = [];
  const gained = (db: number, hz: number, place: string): void => {
    if (db !== 0)
      moves.push({
        words: settingText(EQ_PARAMETERS.lowBellDb, db),
        place,
        hz: hertz(hz),
        weight: Math.abs(db),
      });
  };
  gained(s.lowShelfDb, s.lowShelfHz, 'below');
  gained(s.lowBellDb, s.lowBellHz, 'at');
  gained(s.midBellDb, s.midBellHz, 'at');
  gained(s.highBellDb, s.highBellHz, 'at');
  gained(s.highShelfDb, s.highShelfHz, 'above');
  if (s.highPassHz > EQ_PARAMETERS.highPassHz.min)
    moves.push({ words: 'little left', place: 'below', hz: hertz(s.highPassHz), weight: 0 });
  if (s.lowPassHz < EQ_PARAMETERS.lowPassHz.max)
    moves.push({ words: 'little left', place: 'above', hz: hertz(s.lowPassHz), weight: 0 });
  return moves.sort((a, b) => b.weight - a.weight);
}

function hertz(hz: number): string {
  return settingText(EQ_PARAMETERS.lowBellHz, hz);
}

function size(db: number): string {
  return settingText(EQ_PARAMETERS.lowBellDb, db, true);
}

function listed(parts: readonly (string | false)[]): string {
  return parts.filter(Boolean).join(', ');
}
