import { describe, expect, it } from 'vitest';
import { Bypass } from '../../src/dsp/bypass.ts';
import type { Device, Keyed, MonoCapable } from '../../src/dsp/device.ts';
import { noise } from './noise.ts';

/** Settings that make a device work hard, and other ones to move to. */
export interface ContractCase<Params> {
  readonly name: string;
  readonly create: () => Device<Params>;
  readonly working: Params;
  readonly other: Params;
  /** For a device of linear phase, whose ringing comes before the arrival: settings that pass an impulse as it is. */
  readonly exact?: Params;
  /** How long the device sounds on by design (echoes, reverberation): that much later it must be quiet again. 0 if left out. */
  readonly tailSeconds?: number;
  /** The device treats its sides differently on purpose (ping-pong, uncorrelated tails), so swapping input need not swap output. */
  readonly isSided?: boolean;
}

type Pair = [Float64Array, Float64Array];

/** Run a device over copies of the input in blocks of `blockFrames`. */
export function run<Params>(device: Device<Params>, input: Pair, blockFrames: number): Pair {
  const output: Pair = [input[0].slice(), input[1].slice()];
  for (let start = 0; start < output[0].length; start += blockFrames) {
    const end = Math.min(output[0].length, start + blockFrames);
    device.process(output[0].subarray(start, end), output[1].subarray(start, end), end - start);
  }
  return output;
}

/** Largest difference between two outputs; 0 means bit-equal. */
export function largestDifference(a: Pair, b: Pair): number {
  let largest = 0;
  for (let c = 0; c < 2; c++)
    for (let i = 0; i < a[c].length; i++) largest = Math.max(largest, Math.abs(a[c][i] - b[c][i]));
  return largest;
}

/** The promises of src/dsp/device.ts, asked of any device. */
export function describeContract<Params>({
  name,
  create,
  working,
  other,
  exact,
  tailSeconds = 0,
  isSided = false,
}: ContractCase<Params>): void {
  const prepared = (sampleRate = 48000): Device<Params> => {
    const device = create();
    device.prepare(sampleRate);
    device.set(working);
    return device;
  };
  const input: Pair = [noise(6000, 1, 0.5), noise(6000, 2, 0.5)];

  describe(`${name} keeps the contract of a device`, () => {
    it('gives the same output in blocks of 1, 7, 128 and 6000 frames', () => {
      const whole = run(prepared(), input, 6000);
      for (const blockFrames of [1, 7, 128])
        expect(largestDifference(run(prepared(), input, blockFrames), whole)).toBe(0);
    });

    it('gives the same output within −180 dBFS in any blocks while its settings move', () => {
      const moved = (blockFrames: number): Pair => {
        const device = prepared();
        run(device, input, 128);
        device.set(other);
        return run(device, input, blockFrames);
      };
      expect(largestDifference(moved(7), moved(6000))).toBeLessThan(1e-9);
    });

    it('sounds after reset as it did when new', () => {
      const device = prepared();
      const first = run(device, input, 128);
      device.reset();
      expect(largestDifference(run(device, input, 128), first)).toBe(0);
    });

    it.each([44100, 48000, 96000])('reports its latency to the sample at %i Hz', (sampleRate) => {
      const device = prepared(sampleRate);
      if (exact) device.set(exact);
      const impulse: Pair = [new Float64Array(4096), new Float64Array(4096)];
      impulse[0][100] = impulse[1][100] = 0.01;
      const [left] = run(device, impulse, 128);
      const arrival = left.findIndex((value) => Math.abs(value) > 1e-5);
      expect(arrival - 100).toBe(device.latencySamples);
    });

    it('takes a block of no frames without any effect', () => {
      const device = prepared();
      const whole = run(prepared(), input, 6000);
      const output: Pair = [input[0].slice(), input[1].slice()];
      const none = new Float64Array(0);
      device.process(none, none, 0);
      device.process(output[0].subarray(0, 3000), output[1].subarray(0, 3000), 3000);
      device.process(none, none, 0);
      device.process(output[0].subarray(3000), output[1].subarray(3000), 3000);
      expect(largestDifference(output, whole)).toBe(0);
    });

    it('stays finite through a second of full-scale DC, and is quiet half a second after its tail', () => {
      const device = prepared();
      const dc = new Float64Array(48000).fill(1);
      const [left] = run(device, [dc, dc], 128);
      expect(left.every((value) => Math.abs(value) < 100)).toBe(true);
      const quietFrom = Math.round((0.5 + tailSeconds) * 48000);
      const silence = new Float64Array(quietFrom + 24000);
      const after = run(device, [silence, silence], 128)[0].subarray(quietFrom);
      expect(after.every((value) => Math.abs(value) < 1e-3)).toBe(true);
    });

    it('keeps silence silent', () => {
      const silence = new Float64Array(2000 + Math.round(tailSeconds * 48000));
      const [left, right] = run(prepared(), [silence, silence], 128);
      expect(left.every((value) => value === 0) && right.every((value) => value === 0)).toBe(true);
    });

    it.skipIf(isSided)('swaps its output when its input is swapped', () => {
      const [left, right] = run(prepared(), input, 128);
      expect(largestDifference(run(prepared(), [input[1], input[0]], 128), [right, left])).toBe(0);
    });

    it.each([
      ['NaN', NaN],
      ['infinity', Infinity],
      ['1e30', 1e30],
      ['a denormal', 5e-324],
    ])(
      'recovers from %s in its input: all output finite, and quiet again half a second after its tail',
      (_name, hostile) => {
        const device = prepared();
        const poisoned: Pair = [input[0].slice(), input[1].slice()];
        poisoned[0][50] = poisoned[1][51] = hostile;
        const [left, right] = run(device, poisoned, 128);
        expect(left.every(Number.isFinite) && right.every(Number.isFinite)).toBe(true);
        const quietFrom = Math.round((0.5 + tailSeconds) * 48000);
        const silence = new Float64Array(quietFrom + 24000);
        for (const side of run(device, [silence, silence], 128))
          expect(side.subarray(quietFrom).every((value) => Math.abs(value) < 1e-3)).toBe(true);
      },
    );

    it('clamps hostile settings', () => {
      const device = prepared();
      const wild = Object.fromEntries(Object.keys(working as object).map((key) => [key, NaN]));
      for (const value of [NaN, Infinity, -1e9, 1e9]) {
        device.set({
          ...wild,
          ...Object.fromEntries(Object.keys(wild).map((key) => [key, value])),
        } as Params);
        const [left] = run(device, input, 128);
        expect(left.every(Number.isFinite)).toBe(true);
      }
    });

    const sample = create();
    if (isMonoCapable(sample)) {
      it('does to one channel exactly what it does to two equal ones, also in turns and while settings move', () => {
        const stereo = prepared();
        const mono = prepared() as Device<Params> & MonoCapable;
        const both = input[0].slice();
        const [left, right] = [input[0].slice(), input[0].slice()];
        for (let start = 0, block = 0; start < both.length; start += 100, block++) {
          if (block === 20) for (const device of [stereo, mono]) device.set(other);
          const one = both.subarray(start, start + 100);
          if (block % 3 === 2) mono.process(one, one.slice(), 100);
          else mono.processMono(one, 100);
          stereo.process(left.subarray(start, start + 100), right.subarray(start, start + 100), 100);
        }
        expect(largestDifference([both, both], [left, right])).toBe(0);
      });
    }

    if (isKeyed(sample)) {
      it('keyed by its own input does what it does without a key, and leaves the key as it is', () => {
        const keyed = prepared() as Device<Params> & Keyed;
        const output: Pair = [input[0].slice(), input[1].slice()];
        const key: Pair = [input[0].slice(), input[1].slice()];
        keyed.processKeyed(output[0], output[1], key[0], key[1], 6000);
        expect(largestDifference(output, run(prepared(), input, 6000))).toBe(0);
        expect(largestDifference(key, input)).toBe(0);
      });

      it('stays finite with a key of NaN, infinity and 1e30', () => {
        const keyed = prepared() as Device<Params> & Keyed;
        const output: Pair = [input[0].slice(), input[1].slice()];
        const key = input[0].slice();
        [key[10], key[20], key[30]] = [NaN, Infinity, 1e30];
        keyed.processKeyed(output[0], output[1], key, key, 6000);
        expect(output[0].every((value) => Math.abs(value) < 100)).toBe(true);
      });
    }

    it('is bit-exact when its bypass has settled: output minus delayed input is 0', () => {
      const bypass = new Bypass(create());
      bypass.prepare(48000);
      bypass.set(working, false);
      const asDevice = { process: bypass.process.bind(bypass) } as Device<Params>;
      run(asDevice, input, 128);
      bypass.set(working, true);
      run(asDevice, input, 128);
      const [left, right] = run(asDevice, input, 128);
      const latency = bypass.latencySamples;
      const end = input[0].length - latency;
      expect(
        largestDifference(
          [left.subarray(latency), right.subarray(latency)],
          [input[0].subarray(0, end), input[1].subarray(0, end)],
        ),
      ).toBe(0);
    });
  });
}

function isMonoCapable(device: object): device is MonoCapable {
  return 'processMono' in device;
}

function isKeyed(device: object): device is Keyed {
  return 'processKeyed' in device;
}
