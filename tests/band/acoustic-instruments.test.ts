import { describe, expect, it } from 'vitest';
import { cajonHit } from '../../src/band/instruments/cajon.ts';
import { BODY_MODES, guitarBodyResponse } from '../../src/band/instruments/guitar-body.ts';
import { pianoHaloResponse } from '../../src/band/instruments/piano-halo.ts';
import { inharmonicity, pianoNote, pianoPartialHz } from '../../src/band/instruments/piano.ts';
import { pickNoise } from '../../src/band/instruments/pick-noise.ts';
import { shakerStroke } from '../../src/band/instruments/shaker.ts';
import { stringSqueak } from '../../src/band/instruments/string-squeak.ts';
import { peakOf, rmsOf } from '../../src/band/signal/level.ts';
import { frequencyHzFromMidi, midiFromName } from '../../src/band/signal/pitch.ts';
import { createRandom } from '../../src/band/signal/random.ts';
import { framesIn, SAMPLE_RATE_HZ } from '../../src/band/signal/sample-rate.ts';
import { playGuitar } from '../../src/band/songs/acoustic/guitar.ts';
import { BEATS_PER_BAR, groove } from '../../src/band/songs/acoustic/score.ts';
import { gainToDb } from '../../src/dsp/decibels.ts';
import { correlation } from './measures/stereo-correlation.ts';
import { partialHz, powerSpectrum } from './spectrum.ts';

const SIZE = 65_536;
const strike = (name: string, velocity = 0.6, holdSeconds = 2): Float32Array =>
  pianoNote({ midi: midiFromName(name), velocity, holdSeconds }, createRandom('piano'))[0];
const cents = (measuredHz: number, wantedHz: number): number => 1200 * Math.log2(measuredHz / wantedHz);
/** Power from one frequency to another. */
const band = (power: Float64Array, fromHz: number, toHz: number): number => {
  const bin = (hz: number): number => Math.round((hz * 2 * power.length) / SAMPLE_RATE_HZ);
  return power.subarray(bin(fromHz), bin(toHz)).reduce((sum, p) => sum + p, 0);
};

describe('A piano note', () => {
  it.each(['E2', 'A2', 'D4', 'A4', 'D5'])('%s sounds within 3 cents of its key', (name) => {
    const sound = strike(name).subarray(4800, 4800 + SIZE);
    const hz = frequencyHzFromMidi(midiFromName(name));
    expect(Math.abs(cents(partialHz(sound, hz), hz))).toBeLessThan(3);
  });

  it('stretches its partials: those of A2 lie where stiffness puts them, above whole multiples', () => {
    const midi = midiFromName('A2');
    for (const partial of [3, 5, 7]) {
      const sound = strike('A2').subarray(4800, 4800 + SIZE);
      const wantedHz = pianoPartialHz(midi, partial);
      expect(Math.abs(cents(partialHz(sound, wantedHz), wantedHz))).toBeLessThan(3);
      expect(wantedHz).toBeGreaterThan(partial * frequencyHzFromMidi(midi));
    }
  });

  it('has the stiffness of real strings: around 3·10⁻⁴ at C4, more in the treble', () => {
    expect(inharmonicity(60)).toBeGreaterThan(2e-4);
    expect(inharmonicity(60)).toBeLessThan(5e-4);
    expect(inharmonicity(84)).toBeGreaterThan(5 * inharmonicity(60));
  });

  it('fades sooner the higher it is, and quickly at first', () => {
    const dropDb = (name: string, fromSeconds: number, toSeconds: number): number => {
      const note = strike(name, 0.6, 3);
      const level = (seconds: number): number => {
        const start = Math.round(seconds * SAMPLE_RATE_HZ);
        return 20 * Math.log10(rmsOf(note.subarray(start, start + 9600)));
      };
      return level(fromSeconds) - level(toSeconds);
    };
    expect(dropDb('D5', 0.1, 1.5)).toBeGreaterThan(dropDb('A2', 0.1, 1.5));
    expect(dropDb('A4', 0.1, 1)).toBeGreaterThan(dropDb('A4', 1.7, 2.6));
  });

  it('struck harder is brighter, not only louder', () => {
    const brightnessDb = (velocity: number): number => {
      const power = powerSpectrum(strike('A3', velocity).subarray(0, SIZE));
      return 10 * Math.log10(band(power, 1500, 6000) / band(power, 100, 1500));
    };
    expect(brightnessDb(0.9) - brightnessDb(0.3)).toBeGreaterThan(6);
  });

  it('struck three times as fast is 14 dB louder and more', () => {
    const level = (velocity: number): number => gainToDb(rmsOf(strike('D4', velocity).subarray(0, 24_000)));
    expect(level(0.9) - level(0.3)).toBeGreaterThan(14);
  });

  it('begins with the hammer: below the lowest partial of D5 its onset holds 20 dB more than the note 300 ms later', () => {
    const lowDb = (sound: Float32Array): number => 10 * Math.log10(band(powerSpectrum(sound), 100, 400));
    const note = strike('D5', 0.8);
    const onset = new Float32Array(8192);
    onset.set(note.subarray(0, 4096), 4096);
    expect(lowDb(onset) - lowDb(note.subarray(14_400, 14_400 + 8192))).toBeGreaterThan(20);
  });
});

describe('The strings of the piano that nobody strikes', () => {
  it('answer above 1 kHz, for longer than half a second, and differently at each microphone', () => {
    const [left, right] = [pianoHaloResponse('left'), pianoHaloResponse('right')];
    const power = powerSpectrum(left.subarray(0, SIZE));
    expect(10 * Math.log10(band(power, 1000, 10_000) / band(power, 50, 700))).toBeGreaterThan(30);
    const late = rmsOf(left.subarray(framesIn(0.5), framesIn(0.6)));
    expect(gainToDb(late / rmsOf(left.subarray(0, framesIn(0.1))))).toBeGreaterThan(-40);
    expect(correlation([left, right])).toBeLessThan(0.5);
  });
});

describe('A pick on a steel string', () => {
  const noise = (velocity: number, wound = true): Float32Array => {
    const sound = new Float32Array(4096);
    sound.set(pickNoise(velocity, wound, createRandom('pick')), 1000);
    return sound;
  };

  it('clicks above 2 kHz, and brighter the harder it is', () => {
    const brightnessDb = (velocity: number): number => {
      const power = powerSpectrum(noise(velocity));
      return 10 * Math.log10(band(power, 8000, 16_000) / band(power, 2000, 5000));
    };
    const power = powerSpectrum(noise(0.8));
    expect(10 * Math.log10(band(power, 2000, 16_000) / band(power, 50, 1000))).toBeGreaterThan(15);
    expect(brightnessDb(0.9) - brightnessDb(0.3)).toBeGreaterThan(3);
  });
});

describe('A finger sliding along a wound string', () => {
  const slid = (metres: number): Float32Array => {
    const slide = { seconds: 0.12, metres, longitudinalHz: 1400 };
    return stringSqueak(slide, createRandom('slide'));
  };

  it('squeaks higher the faster it goes, and no louder than 1', () => {
    const centreHz = (samples: Float32Array): number => {
      const sound = new Float32Array(8192);
      sound.set(samples);
      const power = powerSpectrum(sound);
      const weighted = power.reduce((sum, p, k) => sum + p * k, 0);
      return ((weighted / power.reduce((sum, p) => sum + p, 0)) * SAMPLE_RATE_HZ) / sound.length;
    };
    expect(centreHz(slid(0.06))).toBeGreaterThan(1.2 * centreHz(slid(0.02)));
    expect(peakOf(slid(0.04))).toBeLessThanOrEqual(1);
  });

  it('is heard just before a new chord: every squeak of the first guitar ends within 40 ms of a bar line', () => {
    const squeaks = playGuitar('first').marks.filter(({ kind }) => kind === 'squeak');
    expect(squeaks.length).toBeGreaterThan(4);
    for (const { endSeconds } of squeaks) {
      const bars = endSeconds / (BEATS_PER_BAR * groove.beatSeconds);
      expect(Math.abs(bars - Math.round(bars)) * BEATS_PER_BAR * groove.beatSeconds).toBeLessThan(0.04);
    }
  });
});

describe('The body of the steel guitar', () => {
  it('rings at the air and the top plate, 6 and 8 dB and more above the frequencies between', () => {
    const response = new Float32Array(32_768);
    response.set(guitarBodyResponse('test'));
    const power = powerAtEach(response);
    const level = (hz: number): number => 10 * Math.log10(power(hz));
    const [air, top] = BODY_MODES.map(({ frequencyHz }) => frequencyHz);
    const loudestNear = (hz: number): number =>
      Math.max(...[-0.05, -0.03, -0.015, 0, 0.015, 0.03, 0.05].map((part) => level(hz * (1 + part))));
    expect(loudestNear(air) - level(140)).toBeGreaterThan(6);
    expect(loudestNear(top) - level(140)).toBeGreaterThan(8);
  });

  it('has no two guitars alike', () => {
    expect(guitarBodyResponse('first')).not.toEqual(guitarBodyResponse('second'));
    expect(guitarBodyResponse('first')).toEqual(guitarBodyResponse('first'));
  });
});

describe('A cajón', () => {
  it('booms in the middle and cracks at the edge', () => {
    const spectrum = (stroke: 'bass' | 'slap'): Float64Array => {
      const sound = new Float32Array(32_768);
      sound.set(cajonHit(stroke, 0.8, createRandom('cajon')), 4096);
      return powerSpectrum(sound);
    };
    const lowShareDb = (power: Float64Array): number =>
      10 * Math.log10(band(power, 40, 160) / band(power, 200, 8000));
    expect(lowShareDb(spectrum('bass')) - lowShareDb(spectrum('slap'))).toBeGreaterThan(12);
  });
});

describe('A shaker', () => {
  it('is many beads: in the 60 ms around it the peak of a stroke is less than 16 dB above RMS', () => {
    for (const seed of ['first', 'second', 'third']) {
      const stroke = shakerStroke(0.8, 0.085, createRandom(seed));
      const peak = peakOf(stroke);
      const at = stroke.findIndex((x) => Math.abs(x) === peak);
      expect(gainToDb(peak / rmsOf(stroke.subarray(at - framesIn(0.03), at + framesIn(0.03))))).toBeLessThan(
        16,
      );
    }
  });

  it('is all treble, and no stroke is like the one before', () => {
    const random = createRandom('shaker');
    const [first, second] = [shakerStroke(0.7, 0.055, random), shakerStroke(0.7, 0.055, random)];
    expect(second).not.toEqual(first);
    const power = powerSpectrum(first.subarray(0, 8192));
    expect(10 * Math.log10(band(power, 3000, 16_000) / band(power, 50, 2000))).toBeGreaterThan(15);
  });
});

/** Power of an impulse response at any frequency, without a window. */
function powerAtEach(response: Float32Array): (hz: number) => number {
  return (hz) => {
    let real = 0;
    let imaginary = 0;
    response.forEach((x, i) => {
      const turn = (2 * Math.PI * hz * i) / SAMPLE_RATE_HZ;
      real += x * Math.cos(turn);
      imaginary += x * Math.sin(turn);
    });
    return real ** 2 + imaginary ** 2;
  };
}
