import { LapRenderer, type StemAudio } from '../dsp/bounce.ts';
import { gainToDb } from '../dsp/decibels.ts';
import type { TappedDevice } from '../dsp/device-chain.ts';
import type { LevelTap } from '../dsp/level-tap.ts';
import { LoudnessMeter } from '../dsp/loudness.ts';
import { truePeakDbtp } from '../dsp/true-peak.ts';
import { CorrelationMeter } from '../dsp/correlation.ts';
import { BandSpectrum } from './band-spectrum.ts';
import {
  BANDS,
  LEVELS_PER_SECOND,
  PICTURES_PER_SECOND,
  SCOPE_POINTS,
  SILENCE_DB,
  type AnalysisRequest,
  type ChannelLap,
  type DeviceLap,
  type LapAnalysis,
} from './lap-analysis.ts';

/** Short-term loudness looks back this far, so the loop's end is heard before its start. */
const SHORT_TERM_SECONDS = 3;
/** Blocks and pictures between two steps: some 50 ms of work. */
const BLOCKS_A_STEP = 200;
const PICTURES_A_STEP = 100;

/**
 * Render one lap and write down what pictures and words need, in steps: yields its progress (0 … 1).
 *
 * @param stems for each strip of the spec, the loop's samples
 * @param onLoudness told the integrated loudness in LUFS as soon as it is known, before the pictures
 */
export function* analysing(
  { spec, deviceIds }: AnalysisRequest,
  stems: readonly StemAudio[],
  sampleRate: number,
  onLoudness: (integratedLufs: number) => void = () => undefined,
): Generator<number, LapAnalysis> {
  const blockFrames = sampleRate / LEVELS_PER_SECOND;
  const lap = new LapRenderer(spec, stems, sampleRate, { tapped: new Set(deviceIds) }, blockFrames);
  const frames = lap.left.length;
  const levels = new LevelHistories(lap, Math.round(frames / blockFrames), blockFrames);
  for (let block = 1; ; block++) {
    const began = lap.renderBlock();
    if (began === null) break;
    levels.read(began);
    if (block % BLOCKS_A_STEP === 0) yield lap.progress * 0.8;
  }
  const { left, right } = lap;
  const { integratedLufs, loudnessRangeLu } = measured(left, right, sampleRate);
  onLoudness(integratedLufs);
  yield 0.85;
  const pictures = Math.round((frames * PICTURES_PER_SECOND) / sampleRate);
  const spectra = new Float32Array(pictures * BANDS);
  const spectrum = new BandSpectrum(sampleRate);
  for (let p = 0; p < pictures; p++) {
    spectrum.add(left, right, Math.round((p * sampleRate) / PICTURES_PER_SECOND), spectra, p * BANDS);
    if (p % PICTURES_A_STEP === 0) yield 0.85 + 0.15 * (p / pictures);
  }
  return {
    seconds: frames / sampleRate,
    integratedLufs,
    loudnessRangeLu,
    truePeakDbtp: truePeakDbtp([left, right], 4),
    peaks: peaksOf(left, right, blockFrames),
    ...loudnessHistory(left, right, sampleRate, pictures),
    averageSpectrumDb: averageDb(spectra, pictures),
    spectraDb: spectra.map(powerDb),
    scope: scopeOf(left, right, sampleRate, pictures),
    channels: levels.channels(spec),
    devices: levels.devices,
  };
}

/** Levels every 10 ms, each put where it belongs in the loop although the points lag behind the stems. */
class LevelHistories {
  readonly devices: ReadonlyMap<string, DeviceLap>;
  private readonly length: number;
  private readonly blockFrames: number;
  private readonly tappedDevices: readonly TappedDevice[];
  private readonly channelTaps: readonly (LevelTap | null)[];
  private readonly channelLevels: readonly Float32Array[];

  constructor({ mix }: LapRenderer, length: number, blockFrames: number) {
    this.length = length;
    this.blockFrames = blockFrames;
    this.tappedDevices = mix.tappedDevices;
    this.channelTaps = mix.channelTaps;
    const history = (): Float32Array => new Float32Array(length).fill(SILENCE_DB);
    this.channelLevels = this.channelTaps.map(history);
    this.devices = new Map(
      this.tappedDevices.map(({ id, gainReducing }) => [
        id,
        {
          inputDb: history(),
          outputDb: history(),
          reductionDb: new Float32Array(gainReducing ? length : 0),
        },
      ]),
    );
  }

  /** Take the levels of a block that began at this frame of the loop (negative in the lead-in). */
  read(began: number): void {
    for (const { id, tap, gainReducing } of this.tappedDevices) {
      const { inputDb, outputDb, reductionDb } = this.devices.get(id)!;
      this.put(inputDb, began, tap.inputLagSamples, levelDb(tap.takeInput()));
      this.put(outputDb, began, tap.outputLagSamples, levelDb(tap.takeOutput()));
      if (gainReducing)
        this.put(reductionDb, began, tap.outputLagSamples, gainReducing.takeGainReductionDb());
    }
    this.channelTaps.forEach((tap, c) => {
      if (tap) this.put(this.channelLevels[c]!, began, tap.outputLagSamples, levelDb(tap.takeOutput()));
    });
  }

  channels(spec: AnalysisRequest['spec']): ReadonlyMap<string, ChannelLap> {
    const ids = [
      ...spec.strips.map(({ stem }) => stem),
      ...spec.groups.map(({ id }) => id),
      ...spec.returns.map(({ id }) => id),
    ];
    return new Map(ids.map((id, c) => [id, { levelDb: this.channelLevels[c]! }]));
  }

  private put(history: Float32Array, began: number, lagSamples: number, value: number): void {
    const place = Math.round((began - lagSamples) / this.blockFrames);
    if (place >= 0 && place < this.length) history[place] = value;
  }
}

/** Largest magnitude of either channel in each stretch of `step` frames. */
function peaksOf(left: Float32Array, right: Float32Array, step: number): Float32Array {
  const peaks = new Float32Array(Math.round(left.length / step));
  for (let i = 0; i < left.length; i++) {
    const place = Math.min(peaks.length - 1, Math.floor(i / step));
    const magnitude = Math.max(Math.abs(left[i]), Math.abs(right[i]));
    if (magnitude > peaks[place]) peaks[place] = magnitude;
  }
  return peaks;
}

function measured(left: Float32Array, right: Float32Array, sampleRate: number): LoudnessMeter {
  const meter = new LoudnessMeter();
  meter.prepare(sampleRate, left.length / sampleRate + 1);
  meter.process(left, right, left.length);
  return meter;
}

interface LoudnessHistory {
  readonly momentaryLufs: Float32Array;
  readonly shortTermLufs: Float32Array;
  readonly correlation: Float32Array;
}

/** Meter readings of a loop that has gone round: at the start, the windows still hold its end. */
function loudnessHistory(
  left: Float32Array,
  right: Float32Array,
  sampleRate: number,
  pictures: number,
): LoudnessHistory {
  const meter = new LoudnessMeter();
  const correlation = new CorrelationMeter();
  meter.prepare(sampleRate);
  correlation.prepare(sampleRate);
  const step = sampleRate / PICTURES_PER_SECOND;
  const before = Math.min(pictures, SHORT_TERM_SECONDS * PICTURES_PER_SECOND);
  const history = {
    momentaryLufs: new Float32Array(pictures),
    shortTermLufs: new Float32Array(pictures),
    correlation: new Float32Array(pictures),
  };
  const pair = [new Float64Array(step), new Float64Array(step)] as const;
  for (let p = pictures - before; p < 2 * pictures; p++) {
    const place = p % pictures;
    pair[0].set(left.subarray(place * step, (place + 1) * step));
    pair[1].set(right.subarray(place * step, (place + 1) * step));
    meter.process(pair[0], pair[1], step);
    correlation.process(pair[0], pair[1], step);
    if (p < pictures) continue;
    history.momentaryLufs[place] = meter.momentaryLufs;
    history.shortTermLufs[place] = meter.shortTermLufs;
    history.correlation[place] = correlation.correlation;
  }
  return history;
}

/** SCOPE_POINTS samples from around each picture, evenly spread over its 50 ms. */
function scopeOf(left: Float32Array, right: Float32Array, sampleRate: number, pictures: number): Int8Array {
  const scope = new Int8Array(pictures * SCOPE_POINTS * 2);
  const step = sampleRate / PICTURES_PER_SECOND;
  for (let p = 0; p < pictures; p++)
    for (let k = 0; k < SCOPE_POINTS; k++) {
      const frame = Math.min(left.length - 1, Math.floor(p * step + (k * step) / SCOPE_POINTS));
      const at = (p * SCOPE_POINTS + k) * 2;
      scope[at] = Math.round(Math.max(-1, Math.min(1, left[frame])) * 127);
      scope[at + 1] = Math.round(Math.max(-1, Math.min(1, right[frame])) * 127);
    }
  return scope;
}

function averageDb(spectra: Float32Array, pictures: number): Float32Array {
  const average = new Float32Array(BANDS);
  for (let i = 0; i < spectra.length; i++) average[i % BANDS] += spectra[i]! / Math.max(1, pictures);
  return average.map(powerDb);
}

function powerDb(power: number): number {
  return power > 1e-12 ? 10 * Math.log10(power) : SILENCE_DB;
}

function levelDb(peak: number): number {
  return Math.max(SILENCE_DB, gainToDb(peak));
}
