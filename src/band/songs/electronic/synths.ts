import { sawPadNote } from '../../instruments/saw-pad.ts';
import { sawPluck } from '../../instruments/saw-pluck.ts';
import { squareLead } from '../../instruments/square-lead.ts';
import { filter, highPass, lowPass } from '../../signal/filter.ts';
import { addWrapped, throughLoop } from '../../signal/loop.ts';
import { midiFromName } from '../../signal/pitch.ts';
import { createRandom } from '../../signal/random.ts';
import type { Take } from '../../take.ts';
import { bars, BARS_PER_SECTION, BEATS_PER_BAR, groove, LOOP_FRAMES, type Section } from './score.ts';

/** How far the pad's filter is open in a section's first and last bar, and how loud it is. */
const PAD: Record<Section, { fromHz: number; toHz: number; gain: number }> = {
  verse: { fromHz: 500, toHz: 700, gain: 0.5 },
  lift: { fromHz: 700, toHz: 2800, gain: 0.7 },
  hook: { fromHz: 3200, toHz: 3200, gain: 1 },
  drop: { fromHz: 4500, toHz: 4500, gain: 1.3 },
};

/** A wide pad, one chord a bar. */
export function playPad(): Take {
  const random = createRandom('electronic pad');
  const sides = [new Float32Array(LOOP_FRAMES), new Float32Array(LOOP_FRAMES)];
  for (const bar of bars) {
    const { fromHz, toHz, gain } = PAD[bar.section];
    const cutoffHz = fromHz * (toHz / fromHz) ** (bar.place / (BARS_PER_SECTION - 1));
    for (const name of bar.chord.padNotes) {
      const holdSeconds = BEATS_PER_BAR * groove.beatSeconds - 0.05;
      const note = sawPadNote(midiFromName(name), holdSeconds, cutoffHz, random);
      sides.forEach((side, s) => {
        addWrapped(side, note[s], groove.frameAt(bar.firstBeat), gain);
      });
    }
  }
  return { channels: sides.map((side) => throughLoop(side, (x) => filter(x, highPass(110)))), marks: [] };
}

/** Sixteenths of the bar at which the arpeggio plays, and which of the chord's notes. */
const ARP_STEPS: Record<Section, readonly (readonly [sixteenth: number, note: number])[]> = {
  verse: [
    [6, 3],
    [11, 2],
    [14, 1],
  ],
  lift: [0, 2, 4, 6, 8, 10, 12, 14].map((sixteenth, i) => [sixteenth, [0, 1, 2, 3, 2, 1, 3, 1][i]] as const),
  hook: Array.from({ length: 16 }, (_, i) => [i, [0, 1, 2, 3, 1, 2, 3, 2][i % 8]] as const),
  drop: [0, 3, 6, 8, 11, 14].map((sixteenth, i) => [sixteenth, [3, 2, 1, 3, 2, 0][i]] as const),
};

const ARP_GAIN: Record<Section, number> = { verse: 0.6, lift: 0.75, hook: 1, drop: 1 };

/** Every third step is accented, across the beat. */
const arpVelocity = (sixteenth: number): number =>
  sixteenth % 3 === 0 ? 1 : sixteenth % 2 === 0 ? 0.62 : 0.4;

/** A broken chord, denser from section to section, then an octave up. */
export function playArp(): Take {
  const track = new Float32Array(LOOP_FRAMES);
  for (const bar of bars) {
    const octave = bar.section === 'drop' ? 12 : 0;
    const beats = bar.section === 'drop' || bar.section === 'verse' ? 0.6 : 0.22;
    for (const [sixteenth, note] of ARP_STEPS[bar.section]) {
      const midi = midiFromName(bar.chord.arpNotes[note]) + octave;
      const sound = sawPluck(midi, beats * groove.beatSeconds, arpVelocity(sixteenth));
      addWrapped(track, sound, groove.frameAt(bar.firstBeat + sixteenth / 4), ARP_GAIN[bar.section]);
    }
  }
  return { channels: [throughLoop(track, (x) => filter(x, highPass(200), lowPass(9000)))], marks: [] };
}

/** Phrases of [note, beat, length in beats]; beats count from the loop's start. */
const LEAD_PHRASES: readonly (readonly (readonly [note: string, beat: number, beats: number])[])[] = [
  [
    ['Eb5', 15, 0.5],
    ['F5', 15.5, 0.5],
    ['Ab5', 16, 2],
  ],
  [
    ['C5', 30, 0.5],
    ['Eb5', 30.5, 0.5],
    ['G5', 31, 1],
    ['F5', 32, 2.5],
  ],
  [
    ['Ab5', 39, 0.5],
    ['G5', 39.5, 0.5],
    ['F5', 40, 3],
  ],
  [
    ['Eb5', 43.5, 0.5],
    ['Ab5', 44, 1.5],
    ['G5', 45.5, 0.5],
    ['Eb5', 46, 2],
  ],
  [
    ['F5', 48, 2],
    ['Ab5', 50, 2],
    ['Bb5', 52, 1.5],
    ['Ab5', 53.5, 0.5],
    ['G5', 54, 1.5],
  ],
  [
    ['F5', 56, 1.5],
    ['Ab5', 57.5, 0.5],
    ['C6', 58, 2],
    ['Bb5', 60, 1.5],
    ['Ab5', 61.5, 2],
  ],
];

/** A hollow lead that answers the voice. */
export function playLead(): Take {
  const track = new Float32Array(LOOP_FRAMES);
  for (const phrase of LEAD_PHRASES) {
    const firstBeat = phrase[0][1];
    const notes = phrase.map(([name, beat, beats]) => ({
      midi: midiFromName(name),
      startSeconds: (beat - firstBeat) * groove.beatSeconds,
      durationSeconds: beats * groove.beatSeconds,
    }));
    addWrapped(track, squareLead(notes), groove.frameAt(firstBeat));
  }
  return { channels: [throughLoop(track, (x) => filter(x, highPass(250), lowPass(6500)))], marks: [] };
}
