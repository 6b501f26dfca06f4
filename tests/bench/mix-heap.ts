/*
 * node --expose-gc mix-heap.ts MINUTES: play the home page's demo through Mix as the audio thread does, with output
 * meters and a switch every 5 s, and print how the heap grew and how much garbage was made.
 */
import { demos } from '../../src/demos/songs.ts';
import { songAudio } from '../../src/demos/song-audio.ts';
import { Mix } from '../../src/dsp/mix.ts';

const SAMPLE_RATE = 48000;
const BLOCK = 128;
const BLOCKS_PER_SECOND = SAMPLE_RATE / BLOCK;
const REPORT_BLOCKS = Math.round(BLOCKS_PER_SECOND / 20);
const TOGGLE_SECONDS = 5;
const WARM_UP_SECONDS = 120;

const minutes = Number(process.argv[2]);
const specs = demos[0].variants.map(({ spec }) => spec);
const { manifest, stems } = await songAudio(specs[0]!.song);
const audio = specs[0]!.strips.map(({ stem }) => stems.get(stem)!.map((side) => Float32Array.from(side)));
const stereoStems = audio.map((sides) => sides.length > 1);
const mix = new Mix(specs[0]!, { stereoStems, loopFrames: manifest.loopFrames }, SAMPLE_RATE);
mix.setAudible(true, true);
const meters = new Float32Array(mix.meterLength);
const left = new Float32Array(BLOCK);
const right = new Float32Array(BLOCK);
/** Every block of the loop, cut beforehand: what a browser hands over costs the mix nothing. */
const blocks = Array.from({ length: Math.floor(manifest.loopFrames / BLOCK) }, (_, b) =>
  audio.map((sides) => sides.map((side) => side.subarray(b * BLOCK, (b + 1) * BLOCK))),
);

let block = 0;
let variant = 0;

function playSecond(toggles: boolean): void {
  for (let i = 0; i < BLOCKS_PER_SECOND; i++) {
    mix.process(blocks[block % blocks.length]!, left, right, BLOCK);
    if (++block % REPORT_BLOCKS === 0) mix.readMeters(meters);
    if (toggles && block % (TOGGLE_SECONDS * BLOCKS_PER_SECOND) === 0) {
      variant = (variant + 1) % specs.length;
      mix.apply(specs[variant]!);
    }
  }
}

function heapAfterCollection(): number {
  globalThis.gc!();
  return process.memoryUsage().heapUsed;
}

/** Bytes of garbage made in a stretch: what the heap grows by from second to second, collections apart. */
function garbageOf(stretchSeconds: number, toggles: boolean): number {
  let garbage = 0;
  heapAfterCollection();
  // A forced collection throws away what the compiler had learnt; it is learnt again in the first second.
  playSecond(toggles);
  let used = process.memoryUsage().heapUsed;
  for (let second = 0; second < stretchSeconds; second++) {
    playSecond(toggles);
    const now = process.memoryUsage().heapUsed;
    if (now > used) garbage += now - used;
    used = now;
  }
  return garbage;
}

for (let second = 0; second < WARM_UP_SECONDS; second++) playSecond(true);
const before = heapAfterCollection();
for (let second = 0; second < 60 * minutes; second++) playSecond(true);
const growth = heapAfterCollection() - before;
console.log(
  JSON.stringify({
    growthBytes: growth,
    steadyGarbagePerMinute: garbageOf(60, false),
    switchingGarbagePerMinute: garbageOf(60, true),
    // What asking for the heap's size makes by itself.
    ownGarbagePerMinute: idleGarbage(),
  }),
);

function idleGarbage(): number {
  let garbage = 0;
  let used = heapAfterCollection();
  for (let i = 0; i < 60; i++) {
    const now = process.memoryUsage().heapUsed;
    if (now > used) garbage += now - used;
    used = now;
  }
  return garbage;
}
