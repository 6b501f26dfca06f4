import { describe, expect, test } from 'vitest';
import { device, mixSpec, type StripDraft } from '../../src/dsp/mix-draft.ts';
import type { MixSpec } from '../../src/dsp/mix-spec.ts';
import { averageLevelDb, levelAt } from '../../src/pictures/channel-level.ts';
import { loudestAverageDb, loudestNow } from '../../src/pictures/loudest-stem.ts';
import { stageMoves, stagePlan } from '../../src/pictures/stage-plan.ts';
import {
  arrowBetween,
  discRadius,
  LARGEST_RADIUS,
  placeOf,
  SMALLEST_RADIUS,
  stageBox,
} from '../../src/pictures/stage-places.ts';
import { moveWords, stageWords } from '../../src/pictures/stage-words.ts';
import { bothSidesDb, positionOf, stereoImage } from '../../src/pictures/stereo-image.ts';
import { STEMS, steadyLap } from './laps.ts';

const width = (id: string, widthPercent: number) => device('width', id, 'Width', { widthPercent });
const reverb = device('reverb', 'room-reverb', 'Room reverb', { mixPercent: 100 });

function mixOf(
  strips: Readonly<Record<string, StripDraft>>,
  rest: Partial<Parameters<typeof mixSpec>[0]> = {},
): MixSpec {
  return mixSpec({ song: 'indie-pop', strips, ...rest });
}

function imageOf(strip: StripDraft, stereo: boolean, rest: Partial<Parameters<typeof mixSpec>[0]> = {}) {
  const spec = mixOf({ keys: strip }, rest);
  return stereoImage(spec, spec.strips[0], stereo);
}

describe('A mono stem between the loudspeakers', () => {
  test.each([-1, -0.75, -0.3, 0, 0.5, 1])('stands where a −3 dB pot says: %s', (pan) => {
    expect(imageOf({ pan }, false).position).toBeCloseTo(pan, 6);
  });

  test('stands further out than the pot says under the −6 dB law, by tan² of its angle', () => {
    const angle = (1.5 * Math.PI) / 4;
    expect(imageOf({ pan: 0.5, panLaw: 2 }, false).position).toBeCloseTo(
      Math.atan(Math.tan(angle) ** 2) / (Math.PI / 4) - 1,
      6,
    );
  });

  test('keeps its place when its own channel is widened, because nothing in it differs yet', () => {
    expect(imageOf({ devices: [width('w', 0)] }, false).position).toBeCloseTo(0, 6);
  });

  test('comes to the middle when the master is narrowed to mono, unless that is bypassed', () => {
    expect(imageOf({ pan: -1 }, false, { master: [width('w', 0)] }).position).toBeCloseTo(0, 6);
    const off = { ...width('w', 0), bypassed: true };
    expect(imageOf({ pan: -1 }, false, { master: [off] }).position).toBeCloseTo(-1, 6);
  });

  test('leaves the space between the loudspeakers when a hard-panned one is widened', () => {
    expect(imageOf({ pan: 1 }, false, { master: [width('w', 200)] }).position).toBeGreaterThan(1.2);
  });

  test('follows its group’s balance', () => {
    const groups = { band: { name: 'Band', pan: 1 } };
    expect(imageOf({ group: 'band' }, false, { groups }).position).toBeCloseTo(1, 6);
  });

  test('is in the middle for equal gains and outside for opposite ones', () => {
    expect(positionOf({ left: 0.3, right: 0.3 })).toBeCloseTo(0, 9);
    expect(positionOf({ left: 1, right: -0.1 })).toBeLessThan(-1);
  });
});

describe('Both sides of a channel together', () => {
  const both = (strip: StripDraft, rest: Partial<Parameters<typeof mixSpec>[0]> = {}): number => {
    const spec = mixOf({ kick: strip }, rest);
    return bothSidesDb(spec, spec.strips[0], false);
  };

  test('are 3 dB above the louder one in the middle, and as loud as it at a loudspeaker', () => {
    expect(both({})).toBeCloseTo(3.01, 2);
    expect(both({ pan: -1 })).toBeCloseTo(0, 6);
  });

  test('lose 3 dB of a stem at a loudspeaker in mono, and gain what the master widens', () => {
    expect(both({ pan: -1 }, { master: [width('w', 0)] })).toBeCloseTo(-3.01, 2);
    expect(both({ pan: -1 }, { master: [width('w', 200), width('v', 200)] })).toBeCloseTo(9.3, 1);
    expect(both({}, { master: [width('w', 200)] })).toBeCloseTo(3.01, 2);
  });
});

describe('A stereo stem', () => {
  test('is a pill around the middle as recorded', () => {
    expect(imageOf({}, true)).toEqual({ position: 0, leftEnd: -0.5, rightEnd: 0.5 });
  });

  test('shrinks to a disc in mono and reaches the loudspeakers at 200 %', () => {
    const narrow = imageOf({ devices: [width('w', 0)] }, true);
    expect(narrow.rightEnd - narrow.leftEnd).toBeCloseTo(0, 6);
    const wide = imageOf({ devices: [width('w', 200)] }, true);
    expect(wide.leftEnd).toBeCloseTo(-1, 6);
    expect(wide.rightEnd).toBeCloseTo(1, 6);
  });

  test('is a disc at the loudspeaker when the balance is fully turned', () => {
    const image = imageOf({ pan: 1 }, true);
    expect(image.position).toBeCloseTo(1, 6);
    expect(image.rightEnd - image.leftEnd).toBeCloseTo(0, 6);
  });
});

describe('Front and back', () => {
  const strips = { kick: {}, vocal: {} };
  const lap = steadyLap({ kick: -30, vocal: -15 });

  test('The loudest stem stands at the front edge, others behind it by their level', () => {
    const [kick, vocal] = stagePlan(mixOf(strips), STEMS, lap);
    expect(vocal.depth).toBe(0);
    expect(vocal.relativeDb).toBe(0);
    expect(kick.relativeDb).toBeCloseTo(-15, 4);
    expect(kick.depth).toBeCloseTo(0.5625, 4);
  });

  test('Reverb moves a stem back: half its sound from a room is half the share of reverb', () => {
    const rest = { returns: { room: { name: 'Room', devices: [reverb] } } };
    const sends = [{ to: 'room', levelDb: 0 }];
    const plan = stagePlan(mixOf({ kick: {}, vocal: { sends } }, rest), STEMS, lap);
    expect(plan[1].wet).toBeCloseTo(0.5, 9);
    expect(plan[1].depth).toBeCloseTo(0.125, 9);
    const bypassed = { returns: { room: { name: 'Room', devices: [{ ...reverb, bypassed: true }] } } };
    expect(stagePlan(mixOf({ kick: {}, vocal: { sends } }, bypassed), STEMS, lap)[1].wet).toBe(0);
  });

  test('A group’s fader counts, and its mute', () => {
    const inGroup = { kick: { group: 'band' }, vocal: {} };
    const quieter = { groups: { band: { name: 'Band', levelDb: -6 } } };
    expect(stagePlan(mixOf(inGroup, quieter), STEMS, lap)[0].relativeDb).toBeCloseTo(-21, 4);
    const muted = { groups: { band: { name: 'Band', muted: true } } };
    expect(stagePlan(mixOf(inGroup, muted), STEMS, lap)[0].muted).toBe(true);
  });

  test('Before the levels are known everyone stands half way back', () => {
    for (const { depth, relativeDb } of stagePlan(mixOf(strips), STEMS, undefined)) {
      expect(depth).toBe(0.375);
      expect(relativeDb).toBeNull();
    }
  });

  test('A lap in which nobody is heard has no loudest stem', () => {
    for (const { relativeDb } of stagePlan(
      mixOf({ kick: { muted: true }, vocal: { muted: true } }),
      STEMS,
      lap,
    ))
      expect(relativeDb).toBeNull();
  });
});

describe('What moved', () => {
  const lap = steadyLap({ kick: -20, 'guitar-left': -20, vocal: -15 });
  const before = stagePlan(mixOf({ kick: {}, 'guitar-left': {}, vocal: {} }), STEMS, lap);
  const panned = { kick: {}, 'guitar-left': { pan: -0.75 }, vocal: {} };
  // A −3 dB pot makes its louder side 2.85 dB louder than in the middle.
  const after = stagePlan(mixOf(panned), STEMS, steadyLap({ kick: -20, 'guitar-left': -17.15, vocal: -15 }));

  test('A ghost is drawn only for stems that changed', () => {
    expect(stageMoves(before, after).map(({ to }) => to.id)).toEqual(['guitar-left']);
    expect(stageMoves(before, before)).toEqual([]);
  });

  test('The same mix turned down as a whole moves nobody', () => {
    const quieter = steadyLap({ kick: -30, 'guitar-left': -30, vocal: -25 });
    const turnedDown = stagePlan(mixOf({ kick: {}, 'guitar-left': {}, vocal: {} }), STEMS, quieter);
    expect(stageMoves(before, turnedDown)).toEqual([]);
  });

  test('A stem that is muted in either version has no arrow', () => {
    const muted = { kick: {}, 'guitar-left': { pan: -0.75, muted: true }, vocal: {} };
    expect(stageMoves(before, stagePlan(mixOf(muted), STEMS, lap))).toEqual([]);
  });

  test('The words say who goes to which side', () => {
    expect(moveWords(stageMoves(before, after), 'Raw')).toBe(
      'Against “Raw”: to the left Guitar (first take).',
    );
    expect(moveWords([], 'Raw')).toBe('Against “Raw”, everyone stands where they stood.');
  });

  test('The words say by how many decibels a stem comes nearer', () => {
    const louder = steadyLap({ kick: -16, 'guitar-left': -20, vocal: -15 });
    const plan = stagePlan(mixOf({ kick: {}, 'guitar-left': {}, vocal: {} }), STEMS, louder);
    expect(moveWords(stageMoves(before, plan), 'Raw')).toBe('Against “Raw”: nearer Kick by 4.0\u00a0dB.');
  });
});

test('The words tell a wider stem and more reverb', () => {
  const lap = steadyLap({ keys: -20, vocal: -20 });
  const returns = { room: { name: 'Room', devices: [reverb] } };
  const sent = (levelDb: number) => [{ to: 'room', levelDb }];
  const before = mixOf({ keys: {}, vocal: { sends: sent(-60) } }, { returns });
  const after = mixOf({ keys: { devices: [width('w', 180)] }, vocal: { sends: sent(-6) } }, { returns });
  const moves = stageMoves(stagePlan(before, STEMS, lap), stagePlan(after, STEMS, lap));
  expect(moveWords(moves, 'Dry')).toBe('Against “Dry”: wider Keys; more reverb Vocal.');
});

test('The stage in words: sides with percent, the centre nearest first, width, mutes', () => {
  const spec = mixOf({ kick: {}, 'guitar-left': { pan: -0.6 }, keys: { pan: 0 }, vocal: {} });
  const lap = steadyLap({ kick: -20, 'guitar-left': -25, keys: -30, vocal: -15 });
  expect(stageWords(stagePlan(spec, STEMS, lap))).toBe(
    'Left: Guitar (first take) 60\u00a0%. Centre: Vocal, Kick and Keys (wide). Nearest: Vocal. Furthest: Keys.',
  );
  const muted = mixOf({ kick: { muted: true }, vocal: {} });
  expect(stageWords(stagePlan(muted, STEMS, lap))).toBe('Centre: Vocal. Muted: Kick.');
});

test('A stem whose sides pull against each other is beyond the speakers, not at 125 %', () => {
  const lap = steadyLap({ kick: -20, vocal: -15 });
  const [plain, wide] = [[], [width('w', 200)]].map((master) =>
    stagePlan(mixOf({ kick: {}, vocal: { pan: -1 } }, { master }), STEMS, lap),
  );
  expect(stageWords(wide)).toBe(
    'Beyond the speakers, one side against the other: Vocal. Centre: Kick. Nearest: Vocal. Furthest: Kick.',
  );
  expect(moveWords(stageMoves(plain, wide), 'Plain')).toContain('beyond the speakers Vocal');
});

describe('Levels at the playhead', () => {
  const levelDb = new Float32Array(100).fill(-120);
  levelDb[95] = -10;

  test('A peak shows at once and sinks by 60 dB a second, also across the seam of the loop', () => {
    expect(levelAt({ levelDb }, 0.94)).toBe(-120);
    expect(levelAt({ levelDb }, 0.955)).toBeCloseTo(-10, 6);
    expect(levelAt({ levelDb }, 0.05 + 1e-6)).toBeCloseTo(-16, 6);
  });

  test('The average is of power: one hundredth of the time at −10 dB is −30 dB', () => {
    expect(averageLevelDb({ levelDb })).toBeCloseTo(-30, 3);
  });
});

test('The loudest stem at a moment is named, muted ones never, and nobody in silence', () => {
  const lap = steadyLap({ kick: -10, vocal: -20 });
  const plan = stagePlan(mixOf({ kick: {}, vocal: {} }), STEMS, lap);
  expect(loudestNow(plan, lap, 0.5)).toBe('Kick');
  expect(loudestAverageDb(plan, lap)).toBeCloseTo(-10, 4);
  const muted = stagePlan(mixOf({ kick: { muted: true }, vocal: {} }), STEMS, lap);
  expect(loudestNow(muted, lap, 0.5)).toBe('Vocal');
  expect(loudestNow(plan, steadyLap({ kick: -120, vocal: -120 }), 0.5)).toBeNull();
});

describe('Drawn in pixels', () => {
  const box = stageBox(600, 360, false);
  const stem = stagePlan(
    mixOf({ kick: { pan: -1 }, vocal: {} }),
    STEMS,
    steadyLap({ kick: -20, vocal: -20 }),
  );

  test('Left is left, loud is at the front', () => {
    expect(placeOf(stem[0], box).x).toBeCloseTo(box.left, 6);
    expect(placeOf(stem[1], box)).toMatchObject({ x: 300, y: box.bottom });
  });

  test('Discs grow with the level and stay within their bounds', () => {
    expect(discRadius(-120, -20)).toBe(SMALLEST_RADIUS);
    expect(discRadius(0, -20)).toBe(LARGEST_RADIUS);
    expect(discRadius(-20, -20)).toBeGreaterThan(discRadius(-26, -20));
  });

  test('An arrow leaves both discs free, and there is none between discs that touch', () => {
    const at = (x: number) => ({ x, y: 0, left: x, right: x });
    expect(arrowBetween(at(0), at(100), 10)).toEqual({ x1: 10, y1: 0, x2: 90, y2: 0 });
    expect(arrowBetween(at(0), at(22), 10)).toBeNull();
  });
});
