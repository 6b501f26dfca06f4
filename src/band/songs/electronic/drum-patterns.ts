import type { Bar, Section } from './score.ts';

/** [beat in the bar, level as a factor] */
export type Hits = readonly (readonly [beat: number, level: number])[];

/** The hats of the machine, from dry to ringing. */
export type HatName = 'tight' | 'closed' | 'half' | 'open';

const KICKS: Record<Section, Hits> = {
  verse: [[0, 0.6]],
  lift: [
    [0, 1],
    [1.5, 1],
    [2.5, 1],
  ],
  hook: [
    [0, 1],
    [0.75, 1],
    [2.5, 1],
    [3.5, 1],
  ],
  drop: [
    [0, 1],
    [0.75, 1],
    [1.5, 1],
    [2.5, 1],
    [3.25, 1],
  ],
};
/** The ground goes for two beats before the hook and before the drop. */
const BREAK_KICKS: Hits = [
  [0, 1],
  [0.75, 1],
];

/** Half time: the back beat comes once a bar. */
const BACKBEAT: Hits = [[2, 1]];
const ANSWERED_BACKBEAT: Hits = [
  [2, 1],
  [3.75, 0.45],
];
const CLAP_FILL: Hits = [
  [3, 0.5],
  [3.25, 0.6],
  [3.5, 0.75],
  [3.75, 0.9],
];

const breaks = ({ section, place }: Bar): boolean =>
  place === 3 && (section === 'lift' || section === 'hook');

export const kicksOf = (bar: Bar): Hits => (breaks(bar) ? BREAK_KICKS : KICKS[bar.section]);

export function clapsOf(bar: Bar): Hits {
  if (bar.section === 'verse') return bar.place === 3 ? BACKBEAT : [];
  if (breaks(bar)) return [...BACKBEAT, ...CLAP_FILL];
  return bar.section === 'drop' && bar.place % 2 === 1 ? ANSWERED_BACKBEAT : BACKBEAT;
}

/** From bare off-beats to sixteenths; rolls of thirty-seconds, then of triplets, lead into every other bar. */
export function hatsOf(bar: Bar): Readonly<Record<HatName, Hits>> {
  const ringing = RINGING[bar.section](bar.place);
  const rings = (beat: number): boolean =>
    [...ringing.half, ...ringing.open].some(([ringingBeat]) => ringingBeat === beat);
  // Closed and open share one circuit: they never strike together.
  const closed = closedHatsOf(bar);
  return { ...ringing, ...closed, closed: closed.closed.filter(([beat]) => !rings(beat)) };
}

function closedHatsOf({ section, place }: Bar): { tight: Hits; closed: Hits } {
  switch (section) {
    case 'verse':
      return { tight: place < 2 ? [] : OFFBEATS, closed: [] };
    case 'lift':
      return place === 3
        ? { tight: roll(8, 0.3), closed: until(3, steps(8)) }
        : { tight: [], closed: steps(8) };
    case 'hook':
      return place % 2 === 1
        ? { tight: roll(8, 0.35), closed: until(3, steps(16)) }
        : { tight: [], closed: steps(16) };
    case 'drop':
      return place % 2 === 0
        ? { tight: roll(6, 0.4), closed: until(3, steps(16)) }
        : { tight: [], closed: steps(16) };
  }
}

/** Between the kicks, so that each has its own moment. */
const RINGING: Record<Section, (place: number) => { half: Hits; open: Hits }> = {
  verse: () => ({ half: [], open: [] }),
  lift: (place) => ({ half: place === 3 ? [] : [[3.5, 0.6]], open: [] }),
  hook: () => ({ half: [[0.5, 0.55]], open: [[1.5, 0.7]] }),
  drop: (place) => ({
    half: [[1, 0.6]],
    open: [[0.5, 0.7], ...(place % 2 === 0 ? [] : [[3.5, 0.75] as const])],
  }),
};

const OFFBEATS: Hits = [0.5, 1.5, 2.5, 3.5].map((beat) => [beat, 0.5]);

/** A bar of so many equal steps, accented on the beats. */
const steps = (count: number): Hits =>
  Array.from({ length: count }, (_, i) => {
    const beat = (4 * i) / count;
    return [beat, beat % 1 === 0 ? 0.85 : beat % 0.5 === 0 ? 0.65 : 0.45] as const;
  });

const until = (endBeat: number, hits: Hits): Hits => hits.filter(([beat]) => beat < endBeat);

/** So many hits in the last beat of the bar, growing. */
const roll = (hits: number, firstLevel: number): Hits =>
  Array.from({ length: hits }, (_, i) => [3 + i / hits, firstLevel + (0.6 * i) / hits] as const);
