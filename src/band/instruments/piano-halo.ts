import { filter, highPass } from '../signal/filter.ts';
import { frequencyHzFromMidi } from '../signal/pitch.ts';
import { createRandom } from '../signal/random.ts';
import { framesIn, SAMPLE_RATE_HZ } from '../signal/sample-rate.ts';

/** The strings from F♯6 up have no dampers. */
const UNDAMPED_MIDI = { from: 90, to: 108 };
/** Ends of the treble strings behind the bridge, which ring with whatever passes it. */
const DUPLEX = { strings: 40, fromHz: 2400, toHz: 9500 };
const LONGEST_SECONDS = 1.6;

/**
 * What the strings that nobody strikes add, as a response to the soundboard's movement: the undamped top notes and the duplex lengths,
 * all faint and high (Öberg & Askenfelt 2012, "Acoustical and perceptual influence of duplex stringing in grand pianos").
 * @param seed each microphone hears another mixture
 */
export function pianoHaloResponse(seed: string): Float32Array {
  const random = createRandom(`piano halo ${seed}`);
  const response = new Float32Array(framesIn(LONGEST_SECONDS));
  const ring = (frequencyHz: number, level: number, t60Seconds: number): void => {
    const step = (2 * Math.PI * frequencyHz) / SAMPLE_RATE_HZ;
    const decay = Math.log(1000) / framesIn(t60Seconds);
    const phase = random.between(0, 2 * Math.PI);
    for (let i = 0; i < response.length; i++)
      response[i] = response[i] + 2 * decay * level * Math.exp(-decay * i) * Math.sin(phase + step * i);
  };
  for (let midi = UNDAMPED_MIDI.from; midi <= UNDAMPED_MIDI.to; midi++) {
    ring(frequencyHzFromMidi(midi), random.between(0.5, 1), 1.3);
    ring(2.01 * frequencyHzFromMidi(midi), random.between(0.2, 0.5), 0.9);
  }
  const octaves = Math.log2(DUPLEX.toHz / DUPLEX.fromHz);
  for (let string = 0; string < DUPLEX.strings; string++) {
    const frequencyHz = DUPLEX.fromHz * 2 ** (octaves * random.uniform());
    ring(frequencyHz, random.between(0.4, 1), random.between(0.25, 0.7));
  }
  const faded = response.map((x, i) => x * Math.min(1, (response.length - i) / framesIn(0.2)));
  return filter(faded, highPass(1000));
}
