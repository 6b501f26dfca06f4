import { METER, Mix } from '../dsp/mix.ts';
import { MIX_PROCESSOR, type MixCommand, type MixProcessorOptions, type MixReport } from './mix-messages.ts';

declare const sampleRate: number;
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

/** The audio thread's shell around Mix: one input for each stem, one stereo output. */
class MixProcessor extends AudioWorkletProcessor {
  private readonly mix: Mix;
  private readonly meters: Float32Array;
  private framesUntilReport = 0;
  private alive = true;
  private playing = false;

  constructor(options: WorkletOptions) {
    super();
    const { spec, stereoStems } = options.processorOptions;
    this.mix = new Mix(spec, stereoStems, sampleRate);
    this.mix.setAudible(false, true);
    this.meters = new Float32Array(METER.gainReductions + this.mix.gainReducingIds.length);
    this.report({ type: 'ready', gainReducingIds: this.mix.gainReducingIds });
    this.port.onmessage = (event: MessageEvent<MixCommand>) => this.obey(event.data);
  }

  process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
    const [left, right] = outputs[0];
    if (!this.mix.audible || !left || !right) return this.alive;
    this.mix.process(inputs, left, right, left.length);
    this.framesUntilReport -= left.length;
    if (this.framesUntilReport <= 0) {
      this.framesUntilReport += sampleRate / REPORTS_PER_SECOND;
      this.mix.readMeters(this.meters);
      this.report({ type: 'meters', values: this.meters });
    }
    if (!this.playing && !this.mix.audible) this.report({ type: 'silent' });
    return this.alive;
  }

  private obey(command: MixCommand): void {
    switch (command.type) {
      case 'play':
        if (!this.mix.audible) this.mix.reset();
        this.playing = true;
        this.mix.setAudible(true);
        break;
      case 'stop':
        this.playing = false;
        this.mix.setAudible(false);
        if (!this.mix.audible) this.report({ type: 'silent' });
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
