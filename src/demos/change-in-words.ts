import type { LapAnalysis } from '../analysis/lap-analysis.ts';
import type { DeviceSpec, MixSpec, StripSpec } from '../dsp/mix-spec.ts';
import type { Demo } from './demo.ts';
import { deviceWords, settingName, valueOf, valueText } from './device-words.ts';
import { measuredWords } from './measured-words.ts';
import {
  levelOf,
  specDifference,
  type RideDifference,
  type SendDifference,
  type SpecDifference,
} from './spec-difference.ts';

/** One side of a comparison in its present state. */
export interface ToldSide {
  readonly label: string;
  readonly spec: MixSpec;
  /** Integrated loudness before level match; undefined where it is not known. */
  readonly lufs: number | undefined;
  /** What it does along the loop, once that is rendered. */
  readonly lap?: LapAnalysis | undefined;
}

type Titles = Demo['stemTitles'];

/** Devices beyond this are counted instead of described. */
const DESCRIBED = 4;
/** Differences in loudness below this are not worth a sentence, in dB. */
const TOLD_LOUDNESS_DB = 0.5;

/** What changed from one side to the other: a sentence from the parameters, then one or two from measurement. */
export function changeInWords(demo: Demo, from: ToldSide, to: ToldSide): string[] {
  const difference = specDifference(from.spec, to.spec);
  const settings = settingsSentence(from.label, difference, demo.stemTitles);
  if (!settings) return [`“${to.label}” and “${from.label}” are set the same now.`];
  const measured = from.lap && to.lap ? measuredWords(demo, to.spec, from.lap, to.lap) : [];
  return [settings, ...(measured.length > 0 ? measured : loudnessSentence(from, to))];
}

function loudnessSentence(from: ToldSide, to: ToldSide): string[] {
  if (from.lufs === undefined || to.lufs === undefined) return [];
  const louderDb = to.lufs - from.lufs;
  if (Math.abs(louderDb) < TOLD_LOUDNESS_DB) return [];
  const way = louderDb > 0 ? 'louder' : 'quieter';
  return [`Unmatched, it is ${Math.abs(louderDb).toFixed(1)}\u00a0dB ${way}.`];
}

function settingsSentence(
  against: string,
  { on, off, retuned, moved, sent, ridden }: SpecDifference,
  titles: Titles,
): string {
  const parts = [
    ...onWords(on),
    off.length > 0 && `${namesOf(off)} ${off.length === 1 ? 'is' : 'are'} off`,
    ...retuned.slice(0, DESCRIBED).map(retunedWords),
    retuned.length > DESCRIBED && `${retuned.length - DESCRIBED} more devices are set differently`,
    moved.length > 0 && movedWords(moved, titles).replace(` instead of “${against}”`, ' instead'),
    ridden.length > 0 && riddenWords(ridden),
    ...sentWords(sent),
  ].filter((part) => part !== false);
  return parts.length > 0 ? `Compared with “${against}”, ${parts.join('; ')}.` : '';
}

function onWords(devices: readonly DeviceSpec[]): string[] {
  if (devices.length === 0) return [];
  const kin = kinOf(devices);
  if (kin.length > DESCRIBED) return [`${countsOf(devices)} are on`];
  return kin.map((alike) => {
    const [first, ...others] = alike;
    const words = deviceWords(first, kin.length > 2 ? 2 : 4, others);
    const told = words && (first.type === 'eq' || others.every((other) => deviceWords(other) === words));
    return `${namesOf(alike)} ${alike.length === 1 ? 'is' : 'are'} on${told ? ` (${words})` : ''}`;
  });
}

/** Devices that do the same: of one type, with the same settings or for two takes of one part. */
function kinOf(devices: readonly DeviceSpec[]): DeviceSpec[][] {
  const kin: DeviceSpec[][] = [];
  for (const device of devices) {
    const family = kin.find(
      ([first]) =>
        first.type === device.type &&
        (baseName(first) === baseName(device) ||
          JSON.stringify(first.settings) === JSON.stringify(device.settings)),
    );
    if (family) family.push(device);
    else kin.push([device]);
  }
  return kin;
}

function retunedWords({ before, after }: { before: DeviceSpec; after: DeviceSpec }): string {
  const turned = Object.keys(after.settings).filter((name) => valueOf(before, name) !== valueOf(after, name));
  if (turned.length === 0) return `${called(after)} listens to something else`;
  const words = turned.map(
    (name) => `${settingName(after, name)} ${valueText(after, name)} instead of ${valueText(before, name)}`,
  );
  return `${called(after)} has ${joined(words)}`;
}

/** Parts that can be told one by one; more of them are counted. */
const TOLD_PARTS = 3;

/** “kick and snare are”. */
function partsText(names: readonly string[]): string {
  if (names.length > TOLD_PARTS) return `${names.length} other parts are`;
  return `${joined(names)} ${names.length === 1 ? 'is' : 'are'}`;
}

function movedWords(moved: readonly { before: StripSpec; after: StripSpec }[], titles: Titles): string {
  const words: string[] = [];
  const heard = moved.filter(({ before, after }) => !before.muted && !after.muted);
  const [silent, audible] = [true, false].map((muted) =>
    moved
      .filter(({ before, after }) => before.muted !== muted && after.muted === muted)
      .map(({ after }) => stemName(after, titles)),
  );
  if (silent.length === 1 && audible.length === 1)
    words.push(`${audible[0]} is heard instead of ${silent[0]}`);
  else {
    if (silent.length > 0) words.push(`${partsText(silent)} silent`);
    if (audible.length > 0) words.push(`${partsText(audible)} heard`);
  }
  const faders = heard
    .map(({ before, after }) => ({ stem: stemName(after, titles), db: levelOf(after) - levelOf(before) }))
    .filter(({ db }) => Math.abs(db) >= 0.1)
    .sort((a, b) => Math.abs(b.db) - Math.abs(a.db));
  if (faders.length > 0)
    words.push(
      `${faders.length === 1 ? 'a fader moves' : 'faders move'}: ${faders
        .slice(0, 2)
        .map(({ stem, db }) => `${stem} ${db > 0 ? 'up' : 'down'} ${decibels(db)}`)
        .join(', ')}${faders.length > 2 ? ', others less' : ''}`,
    );
  const panned = heard.filter(({ before, after }) => before.pan !== after.pan);
  const centred = panned.filter(({ after }) => after.pan === 0);
  const aside = panned.filter(({ after }) => after.pan !== 0);
  if (centred.length > 0)
    words.push(
      `${joined(centred.map(({ after }) => stemName(after, titles)))} ${centred.length === 1 ? 'stands' : 'stand'} in the middle`,
    );
  if (aside.length > 0)
    words.push(
      `panned: ${joined(aside.map(({ after }) => `${stemName(after, titles)} ${placeOf(after.pan)}`))}`,
    );
  return words.join('; ');
}

/** "the vocal’s fader moves along the song, between −2 dB and +6 dB". */
function riddenWords(ridden: readonly RideDifference[]): string {
  const still = ridden.filter(({ after }) => after.automation.length === 0);
  const moving = ridden.filter(({ after }) => after.automation.length > 0);
  const faders = (channels: readonly RideDifference[]): string =>
    `the ${channels.length === 1 ? 'fader' : 'faders'} of ${joined(channels.map(({ channel }) => plainName(channel)))}`;
  const words: string[] = [];
  if (moving.length > 0) {
    const gainsDb = moving.flatMap(({ after }) => after.automation.map(({ gainDb }) => gainDb));
    words.push(
      `${faders(moving)} ${moving.length === 1 ? 'moves' : 'move'} along the song, between ${signed(Math.min(...gainsDb))} and ${signed(Math.max(...gainsDb))}`,
    );
  }
  if (still.length > 0) words.push(`${faders(still)} ${still.length === 1 ? 'stands' : 'stand'} still`);
  return words.join('; ');
}

/** "vocal sends 8 dB more to the room, others less". */
function sentWords(sent: readonly SendDifference[]): string[] {
  const [first, ...others] = [...sent].sort((a, b) => Math.abs(b.db) - Math.abs(a.db));
  if (!first) return [];
  const { stem, to, db } = first;
  const rest =
    others.length > 0 ? `, ${others.length} other ${others.length === 1 ? 'part' : 'parts'} too` : '';
  return [
    `${plainName(stem)} sends ${decibels(db)} ${db > 0 ? 'more' : 'less'} to the ${lowered(to)}${rest}`,
  ];
}

/** "75 % left". */
function placeOf(pan: number): string {
  return `${Math.round(100 * Math.abs(pan))}\u00a0% ${pan < 0 ? 'left' : 'right'}`;
}

/** "3 EQs, 2 compressors and a reverb". */
function countsOf(devices: readonly DeviceSpec[]): string {
  const counts = new Map<string, number>();
  for (const { type } of devices) counts.set(TYPE_NAMES[type], (counts.get(TYPE_NAMES[type]) ?? 0) + 1);
  return joined(
    [...counts]
      .sort(([, a], [, b]) => b - a)
      .map(([name, count]) =>
        count === 1 ? `${/^[aeiouE]/.test(name) ? 'an' : 'a'} ${name}` : `${count} ${name}s`,
      ),
  );
}

const TYPE_NAMES: Readonly<Record<DeviceSpec['type'], string>> = {
  eq: 'EQ',
  compressor: 'compressor',
  lookAheadCompressor: 'compressor',
  busCompressor: 'bus compressor',
  gate: 'gate',
  deEsser: 'de-esser',
  limiter: 'limiter',
  saturation: 'saturation',
  exciter: 'exciter',
  playback: 'playback',
  delay: 'delay',
  reverb: 'reverb',
  width: 'width',
};

/** "the vocal EQ"; "the guitar EQs" for several takes of one part; counts where there are many. */
function namesOf(devices: readonly DeviceSpec[]): string {
  const bases = [...new Set(devices.map(baseName))];
  if (bases.length > DESCRIBED) return countsOf(devices);
  return joined(
    bases.map((base) => {
      const several = devices.filter((device) => baseName(device) === base).length > 1;
      return `the ${lowered(base)}${several ? 's' : ''}`;
    }),
  );
}

/** "Guitar EQ" of "Guitar EQ, left". */
function baseName({ name }: DeviceSpec): string {
  return name.split(',')[0];
}

/** "the guitar EQ (left)". */
function called({ name }: DeviceSpec): string {
  return `the ${lowered(name).replace(/, (.+)$/, ' ($1)')}`;
}

/** For the middle of a sentence; abbreviations keep their capitals. */
function lowered(name: string): string {
  return /^[A-Z][A-Z]/.test(name) ? name : name[0].toLowerCase() + name.slice(1);
}

/** "left guitar" of "guitar-left", or the title of a set's stem in quotation marks. */
function stemName({ stem }: StripSpec, titles: Titles): string {
  const title = titles?.[stem];
  return title === undefined ? plainName(stem) : `“${title}”`;
}

/** Ids that are no words, or not the words that the pictures use. */
const SPOKEN_NAMES: Readonly<Record<string, string>> = {
  arp: 'arpeggio',
  double: 'vocal double',
  'guitar-1': 'first guitar',
  'guitar-2': 'second guitar',
  'harmony-high': 'high harmony',
  'harmony-low': 'low harmony',
  lead: 'lead synth',
};

function plainName(channel: string): string {
  return (SPOKEN_NAMES[channel] ?? lowered(channel))
    .replace(/^(.+)-(left|right)$/, '$2 $1')
    .replaceAll('-', ' ');
}

/** "−2 dB", "+6 dB", "0 dB". */
function signed(db: number): string {
  return `${db === 0 ? '' : db > 0 ? '+' : '−'}${decibels(db)}`;
}

function decibels(db: number): string {
  return `${Number(Math.abs(db).toFixed(1))}\u00a0dB`;
}

function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
