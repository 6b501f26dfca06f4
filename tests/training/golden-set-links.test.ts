import { expect, it } from 'vitest';
import { EXERCISES } from '../../src/exercises/all.ts';
import { SOURCES } from '../../src/exercises/sources.ts';
import { readSet } from '../../src/training/set-link.ts';

const KNOWN = { exercises: EXERCISES, sources: [...SOURCES, { id: 'own' }] };

/*
 * Links that people may have sent. Never edit one: it has to open for ever. New exercises and sources get links of their
 * own here.
 */
const GOLDEN = [
  'set=1&ask=level-change.abx&on=pink-noise&length=32&difficulty=adaptive-2-own&seed=1',
  'set=1&ask=level-change.match&on=own&length=12&difficulty=fixed-45&seed=4294967295',
  'set=1&ask=pan-position.name,stereo-width.abx&on=pink-noise,indie-pop-mix&length=24&difficulty=adaptive-3-same&seed=7',
  'set=1&ask=eq-boost.name,eq-cut.name,eq-either.abx,eq-third-octave.name&on=indie-pop-voice,electronic-drums&length=16&difficulty=fixed-0&seed=0',
  'set=1&ask=eq-match.match,filter-cutoff.match,name-the-word.name&on=acoustic-guitars,electronic-synths&length=40&difficulty=fixed-100&seed=99',
  'set=1&ask=compression-amount.name,compression-attack.abx,compression-release.name,limiting.name&on=indie-pop-drums,electronic-mix&length=32&difficulty=adaptive-2-same&seed=31337',
  'set=1&ask=reverb-time.name,pre-delay.match,delay-time.abx,depth.name,saturation.match&on=acoustic-voice,acoustic-piano,indie-pop-keys&length=60&difficulty=adaptive-3-own&seed=12',
  'set=1&ask=which-stem.name,balance-memory.match,which-device.name,fix-where.name,which-stage.name&on=indie-pop-mix,electronic-mix,acoustic-mix&length=12&difficulty=adaptive-2-same&seed=5',
  'set=1&ask=level-change.abx&on=indie-pop-bass,electronic-bass,acoustic-bass,acoustic-percussion,electronic-voice,indie-pop-guitars&length=1&difficulty=adaptive-2-same&seed=5',
];

it.each(GOLDEN)('%s opens', (link) => {
  expect(readSet(link, KNOWN)).toMatchObject({ ok: true });
});
