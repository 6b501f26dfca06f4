import { Mix } from '../dsp/mix.ts';
import { MIX_PROCESSOR, type MixCommand, type MixProcessorOptions, type MixReport } from './mix-messages.ts';

declare const sampleRate: number;
declare const currentFrame: number;
declare const registerProcessor: (
  name: string,
  processor: new (options: WorkletOptions) => AudioWorkletProcessor,
) => void;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
interface WorkletOptions {
  readonly processorOptions: MixProcessorOptions;
}

/** Meters are posted this often: fast enough to follow by eye, slow enough for a phone. */
const REPORTS_PER_SECOND = 20;
const LIGHT_REPORTS_PER_SECOND = 8;

/** What is scheduled closer than this to its time may come too late in some browsers: a few blocks. */
const SCHEDULING_FRAMES = 512;

/** The audio thread's shell around Mix: one input for each stem, one stereo output. */
class MixProcessor extends AudioWorkletProcessor {
  private readonly mix: Mix;
  private readonly meters: { readonly type: 'meters'; readonly values: Float32Array };
  private readonly framesPerReport: number;
  private framesUntilReport = 0;
  private alive = true;
  /** Asked to start, until a block is due; idle until the start frame; stopping until the fade-out has ended. */
  private state: 'idle' | 'asked' | 'playing' | 'stopping' = 'idle';
  private startFrame = 0;
  /** Whether the mix knows where in the loop it is. */
  private seeked = false;

  constructor(options: WorkletOptions) {
    super();
    const { spec, shape, options: mixOptions } = options.processorOptions;
    this.mix = new Mix(spec, shape, sampleRate, mixOptions);
    this.framesPerReport = sampleRate / (mixOptions.light ? LIGHT_REPORTS_PER_SECOND : REPORTS_PER_SECOND);
    this.mix.setAudible(false, true);
    this.meters = { type: 'meters', values: new Float32Array(this.mix.meterLength) };
    const { latencySamples, gainReducingIds } = this.mix;
    this.report({ type: 'ready', latencySamples, gainReducingIds });
    this.port.onmessage = (event: MessageEvent<MixCommand>) => this.obey(event.data);
  }

  process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
    // Not by destructuring, whose iterator is garbage in every block.
    const left = outputs[0][0];
    const right = outputs[0][1];
    if (this.state === 'asked') this.answerStart();
    if (this.state === 'idle' || !left || !right || currentFrame + left.length <= this.startFrame)
      return this.alive;
    if (this.state === 'playing' && !this.seeked) {
      this.mix.seek(currentFrame - this.startFrame);
      this.seeked = true;
    }
    // What went in at the start comes out a latency later: there the fade begins.
    if (this.state === 'playing' && currentFrame >= this.startFrame + this.mix.latencySamples)
      this.mix.setAudible(true);
    this.mix.process(inputs, left, right, left.length);
    this.framesUntilReport -= left.length;
    if (this.framesUntilReport <= 0) {
      this.framesUntilReport += this.framesPerReport;
      this.mix.readMeters(this.meters.values);
      this.report(this.meters);
    }
    if (this.state === 'stopping' && !this.mix.audible) this.beIdle();
    return this.alive;
  }

  private answerStart(): void {
    if (currentFrame + SCHEDULING_FRAMES > this.startFrame) {
      this.state = 'idle';
      this.report({ type: 'late' });
      return;
    }
    this.mix.reset();
    this.mix.setAudible(false, true);
    this.seeked = false;
    this.state = 'playing';
    this.report({ type: 'starts' });
  }

  private beIdle(): void {
    this.state = 'idle';
    this.report({ type: 'silent' });
  }

  private obey(command: MixCommand): void {
    switch (command.type) {
      case 'play':
        // Answered from `process`: messages arrive even while the clock stands still.
        this.startFrame = command.atFrame;
        this.state = 'asked';
        break;
      case 'stop':
        // A second stop after silence gets no second answer: it would arrive when the next run has begun.
        if (this.state === 'idle') break;
        this.mix.setAudible(false);
        if (this.mix.audible) this.state = 'stopping';
        else this.beIdle();
        break;
      case 'apply':
        this.mix.apply(command.spec);
        break;
      case 'dispose':
        this.alive = false;
        break;
    }
  }

  private report(report: MixReport): void {
    this.port.postMessage(report);
  }
}

registerProcessor(MIX_PROCESSOR, MixProcessor);
