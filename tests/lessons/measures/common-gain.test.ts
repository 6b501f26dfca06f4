import { describe, expect, it } from 'vitest';
import { turnedWithWhole } from './common-gain.ts';

const RATE = 48000;
const tone = (hz: number, level: number): Float32Array =>
  Float32Array.from({ length: RATE / 10 }, (_, i) => level * Math.sin((2 * Math.PI * hz * i) / RATE));
const sum = (a: Float32Array, b: Float32Array): Float32Array => a.map((value, i) => value + b[i]);

describe('A part under the gain of the whole', () => {
  const voice = tone(440, 0.1);
  const drum = tone(80, 0.5);
  const whole = sum(voice, drum);
  const half = Float32Array.from({ length: RATE / 10 }, (_, i) => (i < RATE / 20 ? 1 : 0.5));
  const turned = (sound: Float32Array) => sound.map((value, i) => value * half[i]);

  it('goes down when the whole is turned down, however little it weighs in it', () => {
    const [left] = turnedWithWhole([voice, voice], [whole, whole], [turned(whole), turned(whole)]);
    const expected = turned(voice);
    left.forEach((value, i) => expect(value).toBeCloseTo(expected[i], 4));
  });

  it('stays as it was where the whole stays', () => {
    const [left, right] = turnedWithWhole([voice, drum], [whole, whole], [whole, whole]);
    expect([left, right]).toEqual([voice, drum]);
  });

  it('is silent where nothing plays', () => {
    const silence = new Float32Array(RATE / 10);
    const [left] = turnedWithWhole([silence, silence], [silence, silence], [silence, silence]);
    expect(left).toEqual(silence);
  });
});
