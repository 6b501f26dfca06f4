import { join } from 'node:path';
import { demos } from '../../src/demos/songs.ts';
import { songAudio } from '../../src/demos/song-audio.ts';
import { retuned } from '../../src/demos/variation.ts';
import { analysing } from '../../src/analysis/analyse-lap.ts';
import type { MixSpec } from '../../src/dsp/mix-spec.ts';
import { BROWSERS } from '../engines/browsers.ts';
import { serveSite } from '../engines/site-server.ts';
import { figureRow, milliseconds, type BenchRow } from './bench-row.ts';
import { median, spread } from './pairs.ts';
import { builtScript } from './strip-rows.ts';

const TURNS = 7;
const REACH_MS = 1000;

/** From a turned knob to the loudness of the whole loop, through the worker's code. */
export async function levelMatchRows(): Promise<BenchRow[]> {
  const { spec } = demos[0].variants.find(({ id }) => id === 'both')!;
  const { manifest, stems } = await songAudio(spec.song);
  const pcm = spec.strips.map(({ stem }) =>
    stems.get(stem)!.map((side) => Int16Array.from(side, (value) => Math.round(value * 32767))),
  );
  const inNode: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    const start = performance.now();
    let known = false;
    const request = { spec: turned(spec, turn), deviceIds: ['limiter'] };
    const steps = analysing(request, pcm, manifest.sampleRate, () => (known = true));
    while (!known) steps.next();
    inNode.push(performance.now() - start);
  }
  const inChromium = await timedInWorker(spec);
  const length = `${(manifest.loopFrames / manifest.sampleRate).toFixed(0)} s`;
  return [
    row(
      `Level match of a turned knob: ${length} of the home page’s demo rendered and measured, Node`,
      inNode,
    ),
    row('… in the built worker, Chromium', inChromium),
  ];
}

function row(what: string, times: readonly number[]): BenchRow {
  return figureRow({
    what,
    ours: `${milliseconds(median(times))} (${spread(times, 0)}), first ${milliseconds(times[0]!)}`,
    reach: `≤ ${REACH_MS} ms`,
    reached: median(times) <= REACH_MS,
  });
}

function turned(spec: MixSpec, turn: number): MixSpec {
  return retuned(spec, 'limiter', { driveDb: 2 + turn });
}

async function timedInWorker(spec: MixSpec): Promise<number[]> {
  const site = await serveSite(join(process.cwd(), 'dist'), false);
  const page = await BROWSERS[0]!.open(process.env);
  try {
    await page.goto(site.url);
    const settings = {
      workerUrl: `${site.url}_astro/${await builtScript('offline.worker')}`,
      song: spec.song,
      specs: Array.from({ length: TURNS }, (_, turn) => turned(spec, turn)),
    };
    return (await page.evaluate(`(${timeWorker.toString()})(${JSON.stringify(settings)})`)) as number[];
  } finally {
    await page.close();
    site.close();
  }
}

/** Runs in the page, so it can use nothing from around it. */
async function timeWorker({
  workerUrl,
  song,
  specs,
}: {
  workerUrl: string;
  song: string;
  specs: readonly MixSpec[];
}): Promise<number[]> {
  const sampleRate = 48000;
  const folder = `/stems/${song}/`;
  const { stems } = (await (await fetch(`${folder}manifest.json`)).json()) as {
    stems: { id: string; flac: { file: string } }[];
  };
  const decoder = new OfflineAudioContext(1, 1, sampleRate);
  const pcm = await Promise.all(
    stems.map(async ({ id, flac }) => {
      const bytes = await (await fetch(folder + flac.file)).arrayBuffer();
      const audio = await decoder.decodeAudioData(bytes);
      const channels = Array.from({ length: audio.numberOfChannels }, (_, c) =>
        Int16Array.from(audio.getChannelData(c), (value) => Math.round(value * 32767)),
      );
      return { id, channels };
    }),
  );
  const worker = new Worker(workerUrl);
  worker.postMessage({ type: 'song', sampleRate, stems: pcm });
  const times: number[] = [];
  for (const [ticket, spec] of specs.entries()) {
    const start = performance.now();
    const measured = new Promise<void>((resolve, reject) => {
      worker.onmessage = ({ data }) => {
        if (data.type === 'measured') resolve();
        if (data.type === 'failed') reject(new Error(data.reason));
      };
    });
    worker.postMessage({ type: 'analyse', ticket, request: { spec, deviceIds: ['limiter'] } });
    await measured;
    times.push(performance.now() - start);
    worker.postMessage({ type: 'cancel', ticket });
  }
  worker.terminate();
  return times;
}
