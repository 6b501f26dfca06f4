import { connect, Player, ToneAudioBuffer, type Context } from 'tone';
import { METER } from '../dsp/mix.ts';
import type { MixSpec } from '../dsp/mix-spec.ts';
import { chooseCodec } from './codec.ts';
import { openContext, SAMPLE_RATE, unlock } from './context.ts';
import { MIX_PROCESSOR, type MixCommand, type MixProcessorOptions, type MixReport } from './mix-messages.ts';
import { fetchManifest, loadSong, type LoadedSong, type OnProgress } from './stems.ts';
import { Trouble } from './trouble.ts';

/** What the meters say, at most 20 times a second. */
export interface Readings {
  readonly momentaryLufs: number;
  readonly shortTermLufs: number;
  readonly truePeakDbtp: number;
  /** Deepest gain reduction since the last reading, in dB (≥ 0), by device id. */
  readonly gainReductionDb: ReadonlyMap<string, number>;
}

/** Songs decoded on this page; demos of one song share the samples. */
const songs = new Map<string, Promise<LoadedSong>>();

/** Long enough for every player's start to be scheduled before its time comes. */
const START_MARGIN_SECONDS = 0.06;

/** A fade-out takes 25 ms and a report; after this long nobody will answer any more. */
const FADE_OUT_TIMEOUT_MS = 300;

/** The sound of one demo: its song's stems, sample-locked, through its own Mix. */
export class Engine {
  onReadings: (readings: Readings) => void = () => undefined;
  onTrouble: (trouble: Trouble) => void = () => undefined;
  private readonly context: Context;
  private readonly song: LoadedSong;
  private readonly node: AudioWorkletNode;
  private gainReducingIds: readonly string[] = [];
  private players: Player[] = [];
  private onSilent: () => void = () => undefined;
  private fadeOutTimer: ReturnType<typeof setTimeout> | undefined;

  /**
   * Open the sound device, load the song, build the mix. Call in answer to a press.
   *
   * @throws Trouble with what happened and what to do
   */
  static async open(spec: MixSpec, onProgress: OnProgress, signal: AbortSignal): Promise<Engine> {
    const context = await openContext();
    await unlock(context);
    const song = await openSong(spec.song, context, onProgress, signal);
    signal.throwIfAborted();
    return new Engine(context, song, spec);
  }

  private constructor(context: Context, song: LoadedSong, spec: MixSpec) {
    this.context = context;
    this.song = song;
    const processorOptions: MixProcessorOptions = {
      spec,
      shape: {
        stereoStems: spec.strips.map((strip) => this.stem(strip.stem).entry.channels === 2),
        loopFrames: song.manifest.loopFrames,
      },
      options: {},
    };
    this.node = context.createAudioWorkletNode(MIX_PROCESSOR, {
      numberOfInputs: spec.strips.length,
      numberOfOutputs: 1,
      outputChannelCount: [2],
      processorOptions,
    });
    this.node.port.onmessage = (event: MessageEvent<MixReport>) => this.hear(event.data);
    this.node.onprocessorerror = () => {
      this.silence();
      this.onTrouble(new Trouble('The audio engine stopped.', 'Press Play to start it again.'));
    };
    connect(this.node, context.rawContext.destination);
  }

  /** Start every stem at the same sample, looping, and fade in. */
  async play(spec: MixSpec): Promise<void> {
    await unlock(this.context);
    await this.fadedOut();
    const { loopFrames } = this.song.manifest;
    // A start between two samples would smear the attack: interpolating players shift the whole stem.
    const atFrame = Math.ceil((this.context.currentTime + START_MARGIN_SECONDS) * SAMPLE_RATE);
    const at = atFrame / SAMPLE_RATE;
    this.players = spec.strips.map((strip, input) => {
      const { buffer, padFrames } = this.stem(strip.stem);
      const player = new Player({
        context: this.context,
        url: new ToneAudioBuffer(buffer),
        loop: true,
        loopStart: padFrames / SAMPLE_RATE,
        loopEnd: (padFrames + loopFrames) / SAMPLE_RATE,
      });
      connect(player, this.node, 0, input);
      player.start(at, padFrames / SAMPLE_RATE);
      return player;
    });
    this.send({ type: 'apply', spec });
    this.send({ type: 'play', atFrame });
  }

  /** Fade out, then take the players away. */
  stop(): void {
    this.send({ type: 'stop' });
    // A suspended context never answers, and must not find the players still there when it resumes.
    clearTimeout(this.fadeOutTimer);
    this.fadeOutTimer = setTimeout(() => this.silence(), FADE_OUT_TIMEOUT_MS);
  }

  /** Another setting of the same mix, without a click, at the same spot. */
  apply(spec: MixSpec): void {
    this.send({ type: 'apply', spec });
  }

  dispose(): void {
    this.silence();
    this.send({ type: 'dispose' });
    this.node.disconnect();
  }

  /** Wait until an earlier run has faded out: cutting it off would click. */
  private async fadedOut(): Promise<void> {
    if (this.players.length === 0) return;
    await new Promise<void>((resolve) => {
      this.onSilent = resolve;
      this.stop();
    });
  }

  private hear(report: MixReport): void {
    if (report.type === 'silent') {
      this.silence();
      return;
    }
    if (report.type === 'ready') {
      this.gainReducingIds = report.gainReducingIds;
      return;
    }
    const { values } = report;
    this.onReadings({
      momentaryLufs: values[METER.momentaryLufs],
      shortTermLufs: values[METER.shortTermLufs],
      truePeakDbtp: values[METER.truePeakDbtp],
      gainReductionDb: new Map(this.gainReducingIds.map((id, i) => [id, values[METER.gainReductions + i]])),
    });
  }

  /** Take the players away; nothing is left playing. */
  private silence(): void {
    clearTimeout(this.fadeOutTimer);
    for (const player of this.players) player.dispose();
    this.players = [];
    this.onSilent();
    this.onSilent = () => undefined;
  }

  private stem(id: string) {
    const stem = this.song.stems.get(id);
    if (!stem) throw new Error(`${this.song.manifest.song} has no stem "${id}"`);
    return stem;
  }

  private send(command: MixCommand): void {
    this.node.port.postMessage(command);
  }
}

async function openSong(
  song: string,
  context: Context,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<LoadedSong> {
  try {
    const held = songs.get(song);
    if (held) return await held;
  } catch (error) {
    // Another demo began loading this song and was stopped; this one still wants it.
    if (!isAbort(error) || signal.aborted) throw error;
  }
  const loading = fetchSong(song, context, onProgress, signal);
  songs.set(song, loading);
  loading.catch(() => songs.delete(song));
  return loading;
}

async function fetchSong(
  song: string,
  context: Context,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<LoadedSong> {
  const decode = (bytes: ArrayBuffer): Promise<AudioBuffer> => context.decodeAudioData(bytes);
  const [manifest, codec] = await Promise.all([fetchManifest(song, signal), chooseCodec(decode)]);
  return loadSong(manifest, codec, decode, onProgress, signal);
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
