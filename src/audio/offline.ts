import type { AnalysisRequest, LapAnalysis } from '../analysis/lap-analysis.ts';
import type { MixSpec } from '../dsp/mix-spec.ts';
import type { WavFormat } from '../dsp/wav-file.ts';
import { SAMPLE_RATE } from './sample-rate.ts';
import type { OfflineCommand, OfflineReport, StemPcm } from './offline-messages.ts';
import OfflineWorker from './offline.worker.ts?worker';
import type { LoadedSong, LoadedStem } from './stems.ts';

/** A file to keep, with what it measures. */
export interface Bounced {
  readonly wav: Uint8Array<ArrayBuffer>;
  readonly truePeakDbtp: number;
  readonly integratedLufs: number;
}

interface Job {
  readonly onReport: (report: OfflineReport) => void;
  readonly reject: (error: Error) => void;
}

/** Rendering beside the page, through the same Mix, on a song's stems: analysis and bounce. */
export class Offline {
  private readonly worker = new OfflineWorker();
  private readonly jobs = new Map<number, Job>();
  private nextTicket = 1;

  constructor() {
    this.worker.onmessage = ({ data }: MessageEvent<OfflineReport>) =>
      this.jobs.get(data.ticket)?.onReport(data);
    this.worker.onerror = () => {
      for (const { reject } of this.jobs.values()) reject(new Error('the rendering worker stopped'));
      this.jobs.clear();
    };
  }

  /** Take on a song's stems for `analyse` and `bounce`. */
  load(song: LoadedSong): void {
    const stems = [...song.stems.values()].map((stem) => pcmOf(stem, song.manifest.loopFrames));
    const buffers = stems.flatMap(({ channels }) => channels.map(({ buffer }) => buffer));
    this.send({ type: 'song', sampleRate: SAMPLE_RATE, stems }, buffers);
  }

  /**
   * One lap for its pictures; `onLoudness` is told its integrated loudness in LUFS before they are done. Aborting
   * `signal` ends it with an AbortError.
   */
  analyse(
    request: AnalysisRequest,
    onLoudness: (integratedLufs: number) => void,
    signal: AbortSignal,
  ): Promise<LapAnalysis> {
    const ticket = this.nextTicket++;
    this.cancelOn(signal, ticket);
    return this.start(ticket, { type: 'analyse', ticket, request }, (report) => {
      if (report.type === 'measured') onLoudness(report.integratedLufs);
      return report.type === 'analysed' ? report.lap : null;
    });
  }

  /** One lap as a WAV file, its true peak verified. Aborting `signal` ends it with an AbortError. */
  bounce(
    spec: MixSpec,
    format: WavFormat,
    onProgress: (fraction: number) => void,
    signal: AbortSignal,
  ): Promise<Bounced> {
    const ticket = this.nextTicket++;
    this.cancelOn(signal, ticket);
    return this.start(ticket, { type: 'bounce', ticket, spec, format }, (report) => {
      if (report.type === 'progress') onProgress(report.fraction);
      return report.type === 'bounced' ? report : null;
    });
  }

  /** How many times faster than real time this machine renders a mix; takes a second. */
  timesRealTime(spec: MixSpec): Promise<number> {
    const ticket = this.nextTicket++;
    return this.start(ticket, { type: 'time', ticket, spec }, (report) =>
      report.type === 'timed' ? report.timesRealTime : null,
    );
  }

  dispose(): void {
    this.worker.terminate();
    this.jobs.clear();
  }

  private cancelOn(signal: AbortSignal, ticket: number): void {
    signal.addEventListener('abort', () => this.send({ type: 'cancel', ticket }), { once: true });
  }

  private start<Result>(
    ticket: number,
    command: OfflineCommand,
    resultOf: (report: OfflineReport) => Result | null,
  ): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      const onReport = (report: OfflineReport): void => {
        const result = resultOf(report);
        if (result !== null) resolve(result);
        else if (report.type === 'cancelled') reject(new DOMException('no longer wanted', 'AbortError'));
        else if (report.type === 'failed') reject(new Error(report.reason));
        else return;
        this.jobs.delete(ticket);
      };
      this.jobs.set(ticket, { onReport, reject });
      this.send(command);
    });
  }

  private send(command: OfflineCommand, transfer: Transferable[] = []): void {
    this.worker.postMessage(command, transfer);
  }
}

/** The loop without its padding. */
function pcmOf({ entry, buffer, padFrames }: LoadedStem, loopFrames: number): StemPcm {
  const channels = Array.from({ length: buffer.numberOfChannels }, (_, c) => {
    const samples = buffer.getChannelData(c);
    const pcm = new Int16Array(loopFrames);
    for (let i = 0; i < loopFrames; i++)
      pcm[i] = Math.max(-32768, Math.min(32767, Math.round(samples[padFrames + i] * 32768)));
    return pcm;
  });
  return { id: entry.id, channels };
}
