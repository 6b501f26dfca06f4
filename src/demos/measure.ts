import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { measureLoudness } from '../dsp/loudness.ts';
import { DEVICE_TYPES } from '../dsp/device-types.ts';
import { devicesOf, type MixSpec } from '../dsp/mix-spec.ts';
import type { ParameterTable } from '../dsp/parameter.ts';
import type { StemEntry } from '../song-manifest.ts';
import { bounceSpec } from './bounce-spec.ts';
import { demoCatalog } from './catalog.ts';
import { changeInWords, type ToldSide } from './change-in-words.ts';
import { comparedVariant } from './compared-variant.ts';
import {
  allStates,
  authoredBypasses,
  matchDb,
  stateKey,
  type ClaimedDemo,
  type Demo,
  type Knob,
  type MeasuredDemo,
  type ShownKnob,
  type Variant,
} from './demo.ts';
import { SONG_IDS, stemSet } from './song-audio.ts';
import { averageThirdsDb, readSpectra, stillVariants, writeSpectra, type Spectra } from './still-spectrum.ts';
import { STRIP_PARAMETERS } from './strip-settings.ts';

/** Loudness in LUFS of every state of every demo, by fingerprint. Written by `npm run levels`, checked by a test. */
export const LEDGER_FILE = join('src', 'demos', 'loudness.json');
type Ledger = Record<string, number>;

const measuredDemos = new WeakMap<ClaimedDemo, Promise<MeasuredDemo>>();

/**
 * A demo for a page: with the loudness of each state, for the level match, and without its claims. What the ledger lacks
 * is bounced here and now. Several pages show one demo, so each is measured once.
 */
export function measureDemo(demo: ClaimedDemo): Promise<MeasuredDemo> {
  const measured = measuredDemos.get(demo) ?? withMeasurements(demo);
  measuredDemos.set(demo, measured);
  return measured;
}

async function withMeasurements({ claims, ...demo }: ClaimedDemo): Promise<MeasuredDemo> {
  const loudnessLufs: Record<string, number> = {};
  for (const { key, spec } of allStates(demo)) loudnessLufs[key] = await loopLoudness(spec);
  const { song } = demo.variants[0].spec;
  const { stems } = await stemSet(song);
  const stemNames = Object.fromEntries(stems.map(({ id, name }) => [id, name]));
  const titled: Demo = (SONG_IDS as readonly string[]).includes(song)
    ? demo
    : { ...demo, stemTitles: stemNames };
  return {
    ...titled,
    knobs: demo.knobs.map((knob) => shownKnob(demo, knob, stems)),
    loudnessLufs,
    words: wordsOf(titled, loudnessLufs),
    stemNames,
    stereoStemIds: stems.filter(({ channels }) => channels === 2).map(({ id }) => id),
  };
}

/** What each variant does otherwise than the one it is told against, as its author left them. */
function wordsOf(demo: Demo, loudnessLufs: Readonly<Record<string, number>>): Record<string, string[]> {
  const sides = demo.variants.map((variant): Variant & ToldSide => ({
    ...variant,
    lufs: loudnessLufs[stateKey(demo, variant, authoredBypasses(variant))],
  }));
  return Object.fromEntries(
    sides.map((to) => {
      const from = sides.find(({ id }) => id === comparedVariant(demo, to.id).id)!;
      return [to.id, changeInWords(demo, from, to)];
    }),
  );
}

/** @throws with the settings there are, where the device has none of that name */
export function shownKnob(demo: Demo, { deviceId, setting }: Knob, stems: readonly StemEntry[]): ShownKnob {
  const stem = stems.find(({ id }) => id === deviceId);
  const device = devicesOf(demo.variants[0].spec).find(({ id }) => id === deviceId);
  if (!stem && !device) throw new Error(`demo ${demo.id}: no device or stem "${deviceId}"`);
  const table: ParameterTable = device ? DEVICE_TYPES[device.type].parameters : STRIP_PARAMETERS;
  const parameter = table[setting];
  if (!parameter)
    throw new Error(
      `demo ${demo.id}: ${deviceId} has no "${setting}", only ${Object.keys(table).join(', ')}`,
    );
  const deviceName = device?.name ?? stem?.name ?? deviceId;
  return { key: `${deviceId}.${setting}`, deviceId, setting, deviceName, parameter };
}

/** Integrated loudness in LUFS of one lap of a mix on the real stems. */
export async function measuredLoudness(spec: MixSpec): Promise<number> {
  const { sampleRate } = await stemSet(spec.song);
  const { integratedLufs } = measureLoudness(await bounceSpec(spec), sampleRate);
  if (!Number.isFinite(integratedLufs))
    throw new Error(`a mix of ${spec.song} is silent and has no loudness`);
  return Number(integratedLufs.toFixed(3));
}

/** Changes when the mix, the stems or the kernels change. */
export async function fingerprint(spec: MixSpec): Promise<string> {
  const { stems } = await stemSet(spec.song);
  const hash = createHash('sha256')
    .update(await kernelSource())
    .update(JSON.stringify(spec));
  for (const stem of stems) hash.update(stem.pcmSha256);
  return hash.digest('hex').slice(0, 24);
}

export async function readLedger(): Promise<Ledger> {
  return JSON.parse(await readFile(LEDGER_FILE, 'utf8').catch(() => '{}')) as Ledger;
}

/** Every state of the course's demos by fingerprint. */
export async function allFingerprints(): Promise<Map<string, MixSpec>> {
  const specs = new Map<string, MixSpec>();
  for (const demo of (await demoCatalog()).values())
    for (const { spec } of allStates(demo)) specs.set(await fingerprint(spec), spec);
  return specs;
}

const measuredNow = new Map<string, Promise<number>>();
let ledger = null as Promise<Ledger> | null;

async function loopLoudness(spec: MixSpec): Promise<number> {
  const key = await fingerprint(spec);
  const kept = (await (ledger ??= readLedger()))[key];
  if (kept !== undefined) return kept;
  let measuring = measuredNow.get(key);
  if (!measuring) measuredNow.set(key, (measuring = measuredLoudness(spec)));
  return measuring;
}

/** Average spectra of the first two versions in dBFS a third of an octave, levels matched. */
export async function stillSpectra(demo: Demo, measured: MeasuredDemo): Promise<number[][]> {
  const kept = await readSpectra();
  const specs = stillVariants(demo);
  const loudness = await Promise.all(specs.map(loopLoudness));
  return Promise.all(
    specs.map(async (spec, i) => {
      const thirds = kept[await fingerprint(spec)] ?? (await averageThirdsDb(spec));
      const offsetDb = matchDb(measured, loudness[i]!, loudness);
      return thirds.map((db) => db + offsetDb);
    }),
  );
}

/** Every mix whose average spectrum is shown, by fingerprint. */
export async function stillFingerprints(): Promise<Map<string, MixSpec>> {
  const specs = new Map<string, MixSpec>();
  for (const demo of (await demoCatalog()).values())
    for (const spec of stillVariants(demo)) specs.set(await fingerprint(spec), spec);
  return specs;
}

let source: Promise<string> | null = null;

function kernelSource(): Promise<string> {
  source ??= (async () => {
    const folder = join(process.cwd(), 'src', 'dsp');
    const files = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
    return (await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
  })();
  return source;
}

/** `npm run levels`: measure what is new, drop what no demo reaches any more. */
async function writeLedger(): Promise<void> {
  const kept = await readLedger();
  const next: Ledger = {};
  for (const [key, spec] of [...(await allFingerprints())].sort(([a], [b]) => (a < b ? -1 : 1)))
    next[key] = kept[key] ?? (await measuredLoudness(spec));
  await writeFile(LEDGER_FILE, `${JSON.stringify(next, null, 2)}\n`);
  const spectra = await readSpectra();
  const shown: Spectra = {};
  for (const [key, spec] of await stillFingerprints())
    shown[key] = spectra[key] ?? (await averageThirdsDb(spec));
  await writeSpectra(shown);
}

if (import.meta.main) await writeLedger();
