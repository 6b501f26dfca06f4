import type { Page } from 'playwright/test';

/** What a page sent to its destination. */
export interface Capture {
  readonly left: Float32Array;
  readonly right: Float32Array;
}

declare global {
  interface Window {
    outputTap: { left: Float32Array[]; right: Float32Array[] };
  }
}

/** Installed before the page's scripts: whatever is connected to a destination is recorded on its way, by a worklet. */
export function installTap(): void {
  const recorder = `
    class Recorder extends AudioWorkletProcessor {
      constructor() { super(); this.left = new Float32Array(4096); this.right = new Float32Array(4096); this.filled = 0; }
      process([input]) {
        if (input[0]) { this.left.set(input[0], this.filled); this.right.set(input[1] ?? input[0], this.filled); }
        else { this.left.fill(0, this.filled, this.filled + 128); this.right.fill(0, this.filled, this.filled + 128); }
        this.filled += 128;
        if (this.filled === 4096) {
          this.port.postMessage({ left: this.left.slice(0, this.filled), right: this.right.slice(0, this.filled) });
          this.filled = 0;
        }
        return true;
      }
    }
    registerProcessor('output-recorder', Recorder);`;
  const tap: Window['outputTap'] = { left: [], right: [] };
  window.outputTap = tap;
  const recorders = new Map<BaseAudioContext, Promise<AudioWorkletNode>>();
  const recorderOf = (context: BaseAudioContext): Promise<AudioWorkletNode> => {
    let node = recorders.get(context);
    if (!node) {
      const url = URL.createObjectURL(new Blob([recorder], { type: 'text/javascript' }));
      node = context.audioWorklet.addModule(url).then(() => {
        const made = new AudioWorkletNode(context, 'output-recorder', {
          channelCount: 2,
          channelCountMode: 'explicit',
        });
        made.port.onmessage = ({ data }: MessageEvent<{ left: Float32Array; right: Float32Array }>) => {
          tap.left.push(data.left);
          tap.right.push(data.right);
        };
        connect.call(made, context.destination);
        return made;
      });
      recorders.set(context, node);
    }
    return node;
  };
  // Reached through its descriptor: the method is called with whatever node the page connects.
  const connect = Object.getOwnPropertyDescriptor(AudioNode.prototype, 'connect')!.value as (
    this: AudioNode,
    destination: AudioNode | AudioParam,
    output?: number,
    input?: number,
  ) => AudioNode | undefined;
  AudioNode.prototype.connect = function (this: AudioNode, ...args: [AudioNode, number?, number?]) {
    if (args[0] instanceof AudioDestinationNode)
      // A context that is closed at once, as Tone's default one is, loads no recorder and makes no sound.
      recorderOf(this.context).then(
        (node) => connect.call(this, node),
        () => undefined,
      );
    return connect.apply(this, args);
  } as AudioNode['connect'];
}

/** Record everything this page sends to its sound device. Call before `goto`. */
export async function tapOutput(page: Page): Promise<void> {
  await page.addInitScript(installTap);
}

/** Runs in the page: what has been recorded so far, as base64 of little-endian floats. */
export function readCapture(): { left: string; right: string } {
  const join = (parts: Float32Array[]): string => {
    const bytes = parts.map((part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
    let text = '';
    for (const part of bytes)
      for (let i = 0; i < part.length; i += 8192) text += String.fromCharCode(...part.subarray(i, i + 8192));
    return btoa(text);
  };
  const { left, right } = window.outputTap;
  return { left: join(left), right: join(right) };
}

/** The samples behind what `readCapture` returned. */
export function decoded(encoded: { left: string; right: string }): Capture {
  const floats = (text: string): Float32Array => {
    const bytes = Buffer.from(text, 'base64');
    return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  };
  return { left: floats(encoded.left), right: floats(encoded.right) };
}

/** What has been recorded so far. */
export async function captured(page: Page): Promise<Capture> {
  return decoded(await page.evaluate(readCapture));
}

/** Seconds recorded so far. */
export function capturedSeconds(page: Page): Promise<number> {
  return page.evaluate(() => window.outputTap.left.reduce((sum, part) => sum + part.length, 0) / 48000);
}
