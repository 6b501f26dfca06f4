import { connect, Player, ToneAudioBuffer, type Context } from 'tone';
import type { AnalysisRequest, LapAnalysis } from '../analysis/lap-analysis.ts';
import type { MixSpec } from '../dsp/mix-spec.ts';
import type { WavFormat } from '../dsp/wav-file.ts';
import { discardContext, openContext, unlock, watchContext } from './context.ts';
import { MIX_PROCESSOR, type MixCommand, type MixProcessorOptions, type MixReport } from './mix-messages.ts';
import type { Bounced } from './offline.ts';
import { chosenPower } from './power.ts';
import { learnPower } from './self-benchmark.ts';
import { readingsOf, type Readings } from './readings.ts';
import { SAMPLE_RATE } from './sample-rate.ts';
import { holdSong, letGo, offlineFor, openSong, releaseHolders } from './resident-song.ts';
import type { LoadedSong, OnProgress } from './stems.ts';
import type { StemSet } from '../song-manifest.ts';
import { Trouble } from './trouble.ts';

/** Long enough, as a rule, for every player's start to be scheduled before its time comes; doubled where it was not. */
const START_MARGIN_SECONDS = 0.06;
const START_TRIES = 6;

/** Frames that an audio context renders at once. */
const RENDER_QUANTUM = 128;

/** The audio thread answers within a block; a suspended context never does. */
const START_ANSWER_MS = 2000;

/** A fade-out takes 25 ms and a report; after this long nobody will answer any more. */
const FADE_OUT_TIMEOUT_MS = 300;

type StartAnswer = 'starts' | 'late';

/** A context that says it runs while its clock stands still, as iOS leaves some behind after a call. */
export class FrozenClock extends Error {
  override readonly name = 'FrozenClock';
}

/** Close the sound device and let go of everything that was connected to it; the song stays in memory. */
export async function reopenSound(): Promise<void> {
  releaseHolders();
  await discardContext();
}

/** The sound of one demo: its song's stems, sample-locked, through its own Mix. */
export class Engine {
  onReadings: (readings: Readings) => void = () => undefined;
  onTrouble: (trouble: Trouble) => void = () => undefined;
  /** Another song has taken this one's place in memory: this engine is disposed of. */
  onReleased: () => void = () => undefined;
  private readonly context: Context;
  private readonly song: LoadedSong;
  private readonly node: AudioWorkletNode;
  /** A machine that is told to spare itself, or found to be slow. */
  readonly light = chosenPower() === 'light';
  private gainReducingIds: readonly string[] = [];
  private latencySamples = 0;
  /** When the stems began, on the context's clock; null while they do not play. */
  private startedAtSeconds: number | null = null;
  private players: Player[] = [];
  private onSilent: () => void = () => undefined;
  private onStartAnswer: (answer: StartAnswer) => void = () => undefined;
  private readonly endWatch: () => void;
  private fadeOutTimer: ReturnType<typeof setTimeout> | undefined;

  /**
   * Open the sound device, load the song, build the mix. Call in answer to a press.
   *
   * @throws Trouble with what happened and what to do
   */
  static async open(spec: MixSpec, onProgress: OnProgress, signal: AbortSignal): Promise<Engine> {
    // Beside the loading, which takes as long.
    const learning = learnPower(spec);
    const context = await openContext();
    await unlock(context);
    const song = await openSong(spec.song, context, onProgress, signal);
    await learning;
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
      options: { light: this.light },
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
    holdSong(song, this);
    this.endWatch = watchContext(context, (running) => this.onRunning(running));
  }

  /** Told when the system stops the sound (a call, a locked screen) and when it goes on. */
  onRunning: (running: boolean) => void = () => undefined;

  /**
   * Start every stem at the same sample, looping, and fade in.
   *
   * A player that is scheduled too late begins when it can, apart from the others; so the audio thread confirms that
   * the start frame is still ahead once all are scheduled, or the start is tried again further ahead.
   *
   * @throws Trouble where the machine is too busy to start together, FrozenClock where the audio thread never answers
   */
  async play(spec: MixSpec): Promise<void> {
    await unlock(this.context);
    await this.fadedOut();
    this.send({ type: 'apply', spec });
    for (let attempt = 0; attempt < START_TRIES; attempt++) {
      // Between two samples, interpolating players would shift the whole stem. At a block's start, what moves in the mix
      // by itself (a reverb's turning matrix) begins with the loop, as in a bounce.
      const margin = START_MARGIN_SECONDS * 2 ** attempt;
      const blocks = Math.ceil(((this.context.currentTime + margin) * SAMPLE_RATE) / RENDER_QUANTUM);
      const atFrame = blocks * RENDER_QUANTUM;
      this.players = spec.strips.map((strip, input) => this.startPlayer(strip.stem, input, atFrame));
      const answer = await this.startsAt(atFrame);
      if (answer === 'starts') {
        this.startedAtSeconds = atFrame / SAMPLE_RATE;
        return;
      }
      this.removePlayers();
      if (answer === 'none') throw new FrozenClock('the audio thread does not answer');
    }
    throw new Trouble(
      'This device is too busy to start all stems together.',
      'Close other programs or tabs and press Play again.',
    );
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

  /** The song that is played. */
  get manifest(): StemSet {
    return this.song.manifest;
  }

  /** Where in the loop is what leaves the device now, in seconds; null while nothing plays. */
  playheadSeconds(): number | null {
    if (this.startedAtSeconds === null) return null;
    const { currentTime, rawContext } = this.context;
    const outputLatency = (rawContext as AudioContext).outputLatency || 0;
    const played = currentTime - this.startedAtSeconds - outputLatency - this.latencySamples / SAMPLE_RATE;
    const loopSeconds = this.song.manifest.loopFrames / SAMPLE_RATE;
    return played < 0 ? 0 : played % loopSeconds;
  }

  /** What a mix does over one lap, before level match: its loudness is told as soon as it is known. Aborting ends it with an AbortError. */
  analyse(
    request: AnalysisRequest,
    onLoudness: (integratedLufs: number) => void,
    signal: AbortSignal,
  ): Promise<LapAnalysis> {
    return offlineFor(this.song).analyse(request, onLoudness, signal);
  }

  /** One lap as a WAV file, its true peak verified; aborting ends it with an AbortError. */
  bounce(
    spec: MixSpec,
    format: WavFormat,
    onProgress: (fraction: number) => void,
    signal: AbortSignal,
  ): Promise<Bounced> {
    return offlineFor(this.song).bounce(spec, format, onProgress, signal);
  }

  release(): void {
    this.dispose();
    this.onReleased();
  }

  dispose(): void {
    letGo(this);
    this.endWatch();
    this.silence();
    this.send({ type: 'dispose' });
    this.node.disconnect();
  }

  private startPlayer(stemId: string, input: number, atFrame: number): Player {
    const { buffer, padFrames } = this.stem(stemId);
    const player = new Player({
      context: this.context,
      url: new ToneAudioBuffer(buffer),
      loop: true,
      loopStart: padFrames / SAMPLE_RATE,
      loopEnd: (padFrames + this.song.manifest.loopFrames) / SAMPLE_RATE,
    });
    connect(player, this.node, 0, input);
    player.start(atFrame / SAMPLE_RATE, padFrames / SAMPLE_RATE);
    return player;
  }

  /** Whether the audio thread could begin at this frame. */
  private startsAt(atFrame: number): Promise<StartAnswer | 'none'> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve('none'), START_ANSWER_MS);
      this.onStartAnswer = (answer) => {
        clearTimeout(timer);
        resolve(answer);
      };
      this.send({ type: 'play', atFrame });
    });
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
    if (report.type === 'starts' || report.type === 'late') {
      this.onStartAnswer(report.type);
      return;
    }
    if (report.type === 'ready') {
      this.latencySamples = report.latencySamples;
      this.gainReducingIds = report.gainReducingIds;
      return;
    }
    this.onReadings(readingsOf(report.values, this.gainReducingIds));
  }

  /** Take the players away; nothing is left playing. */
  private silence(): void {
    clearTimeout(this.fadeOutTimer);
    this.removePlayers();
    this.onSilent();
    this.onSilent = () => undefined;
  }

  private removePlayers(): void {
    this.startedAtSeconds = null;
    for (const player of this.players) player.dispose();
    this.players = [];
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
