import { devicesOf } from '../dsp/mix-spec.ts';
import type { Variant } from './demo.ts';

/** A region of pitch. */
interface Region {
  readonly fromHz: number;
  readonly toHz: number;
}

/** Which stems are measured; without it, everything that the version plays. */
interface Part {
  readonly stems?: readonly string[];
}

/** What is measured, over one lap of the loop. Tests implement each once, in tests/lessons/measures. */
export type Measured =
  | ({ readonly measure: 'band' | 'bandPeaks' } & Part & Region)
  | ({ readonly measure: 'stemSpread' } & Partial<Region>)
  | ({ readonly measure: 'againstRest' } & Required<Part> & Partial<Region>)
  | ({ readonly measure: 'balance' } & Required<Part> & Partial<Region>)
  | ({ readonly measure: 'directSound'; readonly afterHitsMs?: number } & Required<Part> & Partial<Region>)
  | { readonly measure: 'gainReduction'; readonly device: string }
  | ({ readonly measure: 'width' | 'correlation' } & Part & Partial<Region>)
  | ({ readonly measure: 'place' } & Required<Part>)
  | { readonly measure: 'knock'; readonly stem: string }
  | ({ readonly measure: 'hitAbove'; readonly stem: string; readonly above: string } & Partial<Region>)
  | { readonly measure: 'ducking'; readonly stem: string; readonly by: string }
  | { readonly measure: 'lineSpread' | 'lineSpreadInWhole'; readonly stem?: string }
  | { readonly measure: 'lateness' | 'distortion'; readonly stem: string }
  | ({ readonly measure: 'tail'; readonly stopSeconds: number } & Part)
  | ({ readonly measure: 'standsOut'; readonly moments: readonly (readonly [number, number])[] } & Part &
      Region)
  | ({ readonly measure: 'monoLoss' | 'peakToLoudness' | 'loudnessRange' | 'loudness' | 'truePeak' } & Part);

export type MeasureName = Measured['measure'];

interface MeasureEntry {
  readonly unit: string;
  /** The smallest change that is worth a demo; null where the number itself is not heard, only what comes of it. */
  readonly heardFrom: number | null;
}

/*
 * Just noticeable differences: level 0.5–1 dB, broad EQ 1.5 dB on music, gain reduction 2 dB, place a tenth of the
 * stage, reverberation a fifth of its time, direct above reverberant sound 3 dB where
 * both are about as strong (E. Larsen and others, JASA 124, 2008), the order of two onsets 20 ms (I. J. Hirsh, JASA 31, 1959).
 */
export const MEASURES: Readonly<Record<MeasureName, MeasureEntry>> = {
  /** Energy in a region, at matched loudness of the whole version. */
  band: { unit: 'dB', heardFrom: 1.5 },
  /** The same in the loudest fiftieth of the time: S sounds, cymbals, plosives. */
  bandPeaks: { unit: 'dB', heardFrom: 1.5 },
  /** Loudness of the stems above that of all others; with a region, their energy in it. */
  againstRest: { unit: 'dB', heardFrom: 1 },
  /**
   * The same under a working master: each part gets the gain that the master gives the whole, where `againstRest` would
   * send it through alone, and a compressor there would do less.
   */
  balance: { unit: 'dB', heardFrom: 1 },
  /**
   * Loudest minus quietest stem, each heard alone: how far songs lie apart where stems are songs. With a region, their
   * energy in it, each at matched loudness of its own.
   */
  stemSpread: { unit: 'LU', heardFrom: 1 },
  /**
   * How far stems by themselves stand above what the returns make of them, reverb and echo; 60 where there is none. With
   * `afterHitsMs` only so long after each hit of the first of them, before the room has answered.
   */
  directSound: { unit: 'dB', heardFrom: 3 },
  /** What a device takes away in the deepest hundredth of the time; 0 where it is bypassed. */
  gainReduction: { unit: 'dB', heardFrom: 2 },
  /** Level of the side against the middle: two unrelated channels are 0, mono is −60. */
  width: { unit: 'dB', heardFrom: 1.5 },
  /** Between left and right: −1 … 1. */
  correlation: { unit: '', heardFrom: 0.1 },
  /** Where stems stand: −100 is left, 100 is right. */
  place: { unit: '%', heardFrom: 10 },
  /** How far the first 5 ms of a drum's hits stand above what follows (15–80 ms), median. */
  knock: { unit: 'dB', heardFrom: 2 },
  /** How far a drum stands above another stem in the first 100 ms of its hits, each alone. */
  hitAbove: { unit: 'dB', heardFrom: 2 },
  /** How far the group's and the master's devices turn a stem down in time with the hits of another, median. */
  ducking: { unit: 'dB', heardFrom: 1 },
  /** Loudest minus softest sung line; of the stem “vocal” unless told. */
  lineSpread: { unit: 'LU', heardFrom: 1 },
  /** The same under a working master, as `balance` is to `againstRest`: it hears the whole song, not the voice alone. */
  lineSpreadInWhole: { unit: 'LU', heardFrom: 1 },
  /** How long after the take's own rises and falls those of the stem come. */
  lateness: { unit: 'ms', heardFrom: 20 },
  /** Power in a stem that no fader or EQ makes of its take, against all of it; without reverbs and echoes on returns. */
  distortion: { unit: 'dB', heardFrom: 3 },
  /** From a sudden stop of all stems until the sound is 40 dB down. */
  tail: { unit: 's', heardFrom: 0.2 },
  /** How far a region rises at some moments, [from, to] in seconds of the loop, above the 0.3 s around each. */
  standsOut: { unit: 'dB', heardFrom: 1.5 },
  /** What the loudness loses when both channels are summed to one. */
  monoLoss: { unit: 'LU', heardFrom: 1 },
  /** True peak above integrated loudness. */
  peakToLoudness: { unit: 'dB', heardFrom: 2 },
  /** Loudness range after EBU Tech 3342. */
  loudnessRange: { unit: 'LU', heardFrom: 1 },
  /** Integrated, before level match. */
  loudness: { unit: 'LU', heardFrom: 1 },
  /** Of the version before level match and safety ceiling, read at 16×. */
  truePeak: { unit: 'dBTP', heardFrom: null },
};

/** How a value moves from the version `against` to the version `of`. */
type Change =
  | { readonly changeAtLeast: number }
  | { readonly changeAtMost: number }
  /** What stays the same, within so much either way. */
  | { readonly changeWithin: number };

/** What a demo says will be heard, in a form that a test can measure. */
export type Claim = Measured &
  Change & {
    /** A sentence for whoever reads the test's report: “The lines lie closer together”. */
    readonly says: string;
    /** The version that shows it, and the one that it is compared with. */
    readonly of: string;
    readonly against: string;
    /** Where the text names a figure: what the value itself lies between. */
    readonly ofBetween?: readonly [number, number];
    readonly againstBetween?: readonly [number, number];
  };

/** Whether a claim promises something that can be heard, and not only that something stays as it was. */
function isHeard(claim: Claim): boolean {
  return MEASURES[claim.measure].heardFrom !== null && !('changeWithin' in claim);
}

/** @throws a sentence with what was expected, where claims are missing, name what is not there or cannot be heard */
export function checkClaims(demoId: string, variants: readonly Variant[], claims: readonly Claim[]): void {
  if (!claims.some(isHeard))
    throw new Error(`demo ${demoId}: expected at least one claim of something that can be heard`);
  const ids = variants.map(({ id }) => id);
  for (const claim of claims) {
    const where = `demo ${demoId}, “${claim.says}”`;
    for (const id of [claim.of, claim.against])
      if (!ids.includes(id)) throw new Error(`${where}: no version "${id}"; there are ${ids.join(', ')}`);
    checkNames(where, variants[0], claim);
    checkSize(where, claim);
  }
}

function checkNames(where: string, { spec }: Variant, claim: Claim): void {
  const stems = spec.strips.map(({ stem }) => stem);
  const named = 'stems' in claim ? (claim.stems ?? []) : 'stem' in claim ? [claim.stem ?? 'vocal'] : [];
  const others = 'by' in claim ? [claim.by] : 'above' in claim ? [claim.above] : [];
  for (const stem of [...named, ...others])
    if (!stems.includes(stem)) throw new Error(`${where}: no stem "${stem}"; there are ${stems.join(', ')}`);
  const devices = devicesOf(spec).map(({ id }) => id);
  if ('device' in claim && !devices.includes(claim.device))
    throw new Error(`${where}: no device "${claim.device}"; there are ${devices.join(', ')}`);
}

function checkSize(where: string, claim: Claim): void {
  const { unit, heardFrom } = MEASURES[claim.measure];
  if (heardFrom === null || 'changeWithin' in claim) return;
  const change = 'changeAtLeast' in claim ? claim.changeAtLeast : -claim.changeAtMost;
  if (change < heardFrom)
    throw new Error(
      `${where}: nobody hears a change of ${claim.measure} below ${heardFrom} ${unit}; claimed is ${change}`,
    );
}
