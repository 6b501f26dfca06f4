import type { Device } from './device.ts';
import { choiceOf, clampValues, defaultsOf, type ParameterTable, type Values } from './parameter.ts';
import { PLAYBACK_SYSTEMS } from './playback-systems.ts';
import { PLAYBACK_SLICE, PlaybackVoice } from './playback-voice.ts';
import { Ramp } from './ramp.ts';
import { sanitise } from './sanitise.ts';

export const PLAYBACK_PARAMETERS = {
  system: choiceOf(
    'System',
    PLAYBACK_SYSTEMS.map(({ name }) => name),
  ),
} as const satisfies ParameterTable;

export type PlaybackSettings = Values<typeof PLAYBACK_PARAMETERS>;

/** The jump of the steepest filters, at 300 Hz, has decayed by 60 dB after this time; lower ones jump slowly. */
export const WARM_UP_MS = 10;

/**
 * The mix as it comes out of a phone, a laptop, a car …, matched in loudness. See PLAYBACK_SYSTEMS.
 *
 * Switching crossfades with both systems running. The new one runs for WARM_UP_MS before it is heard, because its filters
 * start with a jump; a system that is chosen meanwhile waits for the end of the fade.
 */
export class Playback implements Device<Partial<PlaybackSettings>> {
  readonly latencySamples = 0;
  private settings: PlaybackSettings = defaultsOf(PLAYBACK_PARAMETERS);
  private voices: PlaybackVoice[] = [];
  private readonly fade = new Ramp(1);
  private readonly newLeft = new Float64Array(PLAYBACK_SLICE);
  private readonly newRight = new Float64Array(PLAYBACK_SLICE);
  /** One sample of the system that is faded out. */
  private readonly oldLeft = new Float64Array(1);
  private readonly oldRight = new Float64Array(1);
  private warmUpFrames = 0;
  /** Samples until the fade begins. */
  private warming = 0;
  private from = 0;
  private to = 0;
  private fresh = true;

  prepare(sampleRate: number): void {
    this.voices = PLAYBACK_SYSTEMS.map((system) => new PlaybackVoice(system, sampleRate));
    this.fade.prepare(sampleRate);
    this.warmUpFrames = Math.round((WARM_UP_MS / 1000) * sampleRate);
    this.reset();
  }

  set(settings: Partial<PlaybackSettings>): void {
    this.settings = clampValues(PLAYBACK_PARAMETERS, settings);
    if (this.fresh) {
      this.from = this.settings.system;
      this.to = this.settings.system;
    } else if (!this.fade.moving) {
      this.turn();
    }
  }

  reset(): void {
    for (const voice of this.voices) voice.reset();
    this.fade.jump(1);
    this.fresh = true;
    this.set(this.settings);
  }

  process(left: Float64Array, right: Float64Array, frames: number): void {
    this.fresh = false;
    sanitise(left, right, frames);
    const { newLeft, newRight } = this;
    let start = 0;
    while (start < frames) {
      const fading = this.fade.moving;
      const count = fading ? 1 : Math.min(PLAYBACK_SLICE, frames - start);
      for (let i = 0; i < count; i++) {
        newLeft[i] = left[start + i];
        newRight[i] = right[start + i];
      }
      if (fading) this.crossfade();
      else this.voices[this.to].process(newLeft, newRight, count);
      for (let i = 0; i < count; i++) {
        left[start + i] = newLeft[i];
        right[start + i] = newRight[i];
      }
      start += count;
    }
  }

  /** Start the fade to the chosen system, if it is another one. */
  private turn(): void {
    if (this.settings.system === this.to) return;
    this.to = this.settings.system;
    this.voices[this.to].reset();
    this.warming = this.warmUpFrames;
    this.fade.jump(0);
    this.fade.to(1);
  }

  /** One sample on the way from one system to the other. */
  private crossfade(): void {
    const { oldLeft, oldRight, newLeft, newRight } = this;
    oldLeft[0] = newLeft[0];
    oldRight[0] = newRight[0];
    this.voices[this.from].process(oldLeft, oldRight, 1);
    this.voices[this.to].process(newLeft, newRight, 1);
    if (this.warming > 0) {
      this.warming--;
      newLeft[0] = oldLeft[0];
      newRight[0] = oldRight[0];
      return;
    }
    const weight = this.fade.next();
    newLeft[0] = oldLeft[0] + weight * (newLeft[0] - oldLeft[0]);
    newRight[0] = oldRight[0] + weight * (newRight[0] - oldRight[0]);
    if (this.fade.moving) return;
    this.from = this.to;
    this.turn();
  }
}
