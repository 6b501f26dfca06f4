import { analysing } from '../analysis/analyse-lap.ts';
import type { LapAnalysis } from '../analysis/lap-analysis.ts';
import { bouncing } from '../dsp/bounce-file.ts';
import { LapRenderer, type StemAudio } from '../dsp/bounce.ts';
import type { MixSpec } from '../dsp/mix-spec.ts';
import type { OfflineCommand, OfflineReport, StemPcm } from './offline-messages.ts';

/*
 * Renders beside the page: analyses what a setting sounds like, for the level match and the pictures, and bounces to files. It works in
 * short steps, so that it hears a cancel or a newer request between them.
 */

let sampleRate = 48000;
let stems: ReadonlyMap<string, StemPcm> = new Map();
/** Tickets whose work goes on; taken out, the work ends at its next step. */
const wanted = new Set<number>();

onmessage = ({ data }: MessageEvent<OfflineCommand>): void => {
  switch (data.type) {
    case 'song':
      sampleRate = data.sampleRate;
      stems = new Map(data.stems.map((stem) => [stem.id, stem]));
      break;
    case 'analyse': {
      const { ticket, request } = data;
      const tellLoudness = (integratedLufs: number): void =>
        report({ type: 'measured', ticket, integratedLufs });
      const job = analysing(request, audioOf(request.spec), sampleRate, tellLoudness);
      void work(ticket, job, (lap) => report({ type: 'analysed', ticket, lap }, buffersOf(lap)));
      break;
    }
    case 'bounce':
      void work(data.ticket, bouncing(data.spec, audioOf(data.spec), sampleRate, data.format), (file) =>
        report({ type: 'bounced', ticket: data.ticket, ...file }, [file.wav.buffer]),
      );
      break;
    case 'time':
      report({ type: 'timed', ticket: data.ticket, timesRealTime: timesRealTime(data.spec) });
      break;
    case 'cancel':
      wanted.delete(data.ticket);
      break;
  }
};

/** Take a job's steps until it is done or nobody wants it any more. */
async function work<Result>(
  ticket: number,
  job: Generator<number, Result>,
  done: (result: Result) => void,
): Promise<void> {
  wanted.add(ticket);
  try {
    for (;;) {
      if (!wanted.has(ticket)) {
        report({ type: 'cancelled', ticket });
        return;
      }
      const step = job.next();
      if (step.done) {
        done(step.value);
        return;
      }
      report({ type: 'progress', ticket, fraction: step.value });
      await nextTurn();
    }
  } catch (error) {
    report({ type: 'failed', ticket, reason: error instanceof Error ? error.message : 'unknown' });
  } finally {
    wanted.delete(ticket);
  }
}

/** What need not be copied on its way to the page. */
function buffersOf(lap: LapAnalysis): ArrayBuffer[] {
  const arrays = [
    ...Object.values(lap),
    ...[...lap.channels.values(), ...lap.devices.values()].flatMap((entry) => Object.values(entry)),
  ];
  return arrays.flatMap((value: unknown) =>
    ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer ? [value.buffer] : [],
  );
}

const BENCHMARK_MS = 1000;
/** The first stretch runs before the compiler has optimised the kernels. */
const WARM_UP_SECONDS = 1;
const BENCHMARK_LOOP_SECONDS = 60;

/** How many seconds of this mix are rendered in one, on noise; a second of work at most. */
function timesRealTime(spec: MixSpec): number {
  const noise = new Int16Array(BENCHMARK_LOOP_SECONDS * sampleRate);
  for (let i = 0; i < noise.length; i++) noise[i] = ((i * 7919) % 16384) - 8192;
  const lap = new LapRenderer(
    spec,
    spec.strips.map(() => [noise]),
    sampleRate,
  );
  const began = performance.now();
  lap.advance(WARM_UP_SECONDS * sampleRate);
  const started = performance.now();
  let seconds = 0;
  while (performance.now() - began < BENCHMARK_MS && lap.progress < 1) {
    lap.advance(sampleRate / 10);
    seconds += 0.1;
  }
  const took = performance.now() - started;
  // A machine that spends the second on warming up is slower than real time.
  return seconds === 0 ? WARM_UP_SECONDS / ((started - began) / 1000) : seconds / (took / 1000);
}

function audioOf(spec: MixSpec): StemAudio[] {
  return spec.strips.map(({ stem }) => stems.get(stem)?.channels ?? []);
}

const turns = new MessageChannel();
/** Jobs that wait for their turn: there may be a bounce beside an analysis. */
const waiting: (() => void)[] = [];
turns.port1.onmessage = () => waiting.shift()?.();

/** Let waiting messages in; unlike a timer it costs no 4 ms. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    turns.port2.postMessage(null);
  });
}

function report(message: OfflineReport, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}
