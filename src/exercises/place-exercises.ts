import { device } from '../dsp/mix-draft.ts';
import type { MixSpec } from '../dsp/mix-spec.ts';
import type { Parameter } from '../dsp/parameter.ts';
import type { Asked, Exercise } from '../training/exercise.ts';
import type { ChoiceQuestion, PlaybackNeeds, Question } from '../training/question.ts';
import { abxQuestion } from './abx-question.ts';
import { ASKED_DEVICE, withAsked } from './changed.ts';
import { matchStart } from './match-start.ts';
import { wholeOff } from './off-text.ts';

const STEREO: PlaybackNeeds = { stereo: true, fromHz: 300, toHz: 3000 };

/** How far apart two neighbouring places are, in percent of the way from the middle to a side. */
const PAN_LADDER = [50, 35, 25, 15, 10, 7] as const;
/** Five places around a middle that itself may lie elsewhere. */
const PLACES = [-2, -1, 0, 1, 2] as const;
const PLACE_NAMES = ['Far left', 'Left', 'Middle', 'Right', 'Far right'] as const;
const MOST_PERCENT = 100;

const PAN: Parameter = {
  label: 'Pan',
  unit: '%',
  min: -100,
  max: 100,
  default: 0,
  taper: 'linear',
  decimals: 0,
};

/** Where between the speakers a sound stands. */
export const panPosition: Exercise = {
  id: 'pan-position',
  title: 'Pan: where it stands',
  trains: 'Hear where a sound stands between left and right.',
  family: 'level and place',
  ways: ['name', 'abx', 'match'],
  unit: '%',
  ladder: PAN_LADDER,
  unsuited: (source) =>
    source.base.strips.length > 1 || source.stereo
      ? 'it is more than one mono sound, which has no one place'
      : null,
  choiceCount: (way) => (way === 'name' ? PLACES.length : way === 'abx' ? 2 : 1),
  ask: (asked): Question =>
    asked.way === 'name' ? placed(asked) : asked.way === 'abx' ? panAbx(asked) : panMatch(asked),
};

function panned(base: MixSpec, percent: number): MixSpec {
  const pan = Math.max(-MOST_PERCENT, Math.min(MOST_PERCENT, percent)) / 100;
  return { ...base, strips: base.strips.map((strip) => ({ ...strip, pan, sends: [] })) };
}

function placed({ source, rung, answer }: Asked): ChoiceQuestion {
  const step = PAN_LADDER[rung];
  const choices = PLACES.map((place, i) => ({
    id: String(place),
    label: place === 0 ? 'Middle' : `${PLACE_NAMES[i]}: ${percentText(place * step)}`,
    spec: panned(source.base, place * step),
    place,
  }));
  const dry = panned(source.base, 0);
  return {
    kind: 'choice',
    asks: 'Where does “Moved” stand?',
    tells: `It stood ${placeText(PLACES[answer] * step)}.`,
    size: step,
    levels: 'equal',
    needs: STEREO,
    heard: [
      { id: 'middle', label: 'In the middle', spec: dry },
      { id: 'moved', label: 'Moved', spec: choices[answer].spec },
    ],
    choices,
    answer: choices[answer].id,
    worthlessDistance: 2,
    dry,
    truth: choices[answer].spec,
  };
}

function panAbx({ source, rung, answer, draw }: Asked): ChoiceQuestion {
  const step = PAN_LADDER[rung];
  const centre = Math.round(draw.between(-(MOST_PERCENT - step), MOST_PERCENT - step) / 2);
  const [a, b] = draw.coin()
    ? [centre - step / 2, centre + step / 2]
    : [centre + step / 2, centre - step / 2];
  return {
    ...abxQuestion({ a: panned(source.base, a), b: panned(source.base, b), answer, needs: STEREO }),
    tells: `A stood ${placeText(a)}, B ${placeText(b)}.`,
    size: step,
    levels: 'equal',
    dry: panned(source.base, 0),
    truth: panned(source.base, answer === 0 ? a : b),
  };
}

function panMatch({ source, rung, draw }: Asked): Question {
  const step = PAN_LADDER[rung];
  const target = Math.round(draw.between(-90, 90));
  const specAt = ({ pan }: Readonly<Record<string, number>>): MixSpec => panned(source.base, pan);
  return {
    kind: 'match',
    asks: 'Turn the pan pot until yours stands where the target does.',
    tells: `The target stood ${placeText(target)}.`,
    size: step,
    levels: 'equal',
    needs: STEREO,
    heard: [{ id: 'target', label: 'Target', spec: specAt({ pan: target }) }],
    dry: specAt({ pan: 0 }),
    truth: specAt({ pan: target }),
    specAt,
    targetHidden: false,
    knobs: [
      {
        id: 'pan',
        parameter: PAN,
        start: matchStart(draw, PAN, (end) => Math.abs(end - target) <= step),
        target,
        distance: (one, other) => Math.abs(one - other),
        tolerance: step / 2,
        worthlessDistance: 2 * step,
        says: (setting) => wholeOff(setting - target, '%', 'far right', 'far left'),
      },
    ],
  };
}

/** Change of width in percent of what it was. */
const WIDTH_LADDER = [90, 70, 50, 35, 25, 15] as const;
const WIDTH: Parameter = {
  label: 'Width',
  unit: '%',
  min: 0,
  max: 200,
  default: 100,
  taper: 'linear',
  decimals: 0,
};

/** How wide the stereo picture is. */
export const stereoWidth: Exercise = {
  id: 'stereo-width',
  title: 'Stereo width',
  trains: 'Hear whether the picture between the speakers is narrower or wider.',
  family: 'level and place',
  ways: ['name', 'abx', 'match'],
  unit: '%',
  ladder: WIDTH_LADDER,
  unsuited: (source) => {
    if (!source.stereo) return 'it is mono, and has no width';
    // What differs between its sides lies 23 dB below what they share.
    return source.id === 'acoustic-percussion' ? 'its sides hardly differ' : null;
  },
  choiceCount: (way) => (way === 'match' ? 1 : 2),
  ask: (asked): Question =>
    asked.way === 'name' ? wider(asked) : asked.way === 'abx' ? widthAbx(asked) : widthMatch(asked),
};

function atWidth(base: MixSpec, percent: number): MixSpec {
  return withAsked(base, device('width', ASKED_DEVICE, 'Width', { widthPercent: percent }));
}

function wider({ source, rung, answer }: Asked): ChoiceQuestion {
  const change = WIDTH_LADDER[rung];
  const narrow = atWidth(source.base, 100 - change);
  const wide = atWidth(source.base, 100 + change);
  const dry = atWidth(source.base, 100);
  const truth = answer === 0 ? narrow : wide;
  return {
    kind: 'choice',
    asks: 'Is “After” narrower or wider than “Before”?',
    tells: `It was made ${answer === 0 ? 'narrower' : 'wider'}, from 100 to ${answer === 0 ? 100 - change : 100 + change} % width.`,
    size: change,
    levels: 'matched',
    needs: STEREO,
    heard: [
      { id: 'before', label: 'Before', spec: dry },
      { id: 'after', label: 'After', spec: truth },
    ],
    choices: [
      { id: 'narrower', label: 'Narrower', spec: narrow, place: null },
      { id: 'wider', label: 'Wider', spec: wide, place: null },
    ],
    answer: answer === 0 ? 'narrower' : 'wider',
    worthlessDistance: null,
    dry,
    truth,
  };
}

function widthAbx({ source, rung, answer, draw }: Asked): ChoiceQuestion {
  const change = WIDTH_LADDER[rung];
  const changed = 100 + (draw.coin() ? change : -change);
  const [a, b] = draw.coin() ? [100, changed] : [changed, 100];
  return {
    ...abxQuestion({ a: atWidth(source.base, a), b: atWidth(source.base, b), answer, needs: STEREO }),
    tells: `A had ${a} % width, B ${b} %.`,
    size: change,
    levels: 'matched',
    dry: atWidth(source.base, 100),
    truth: atWidth(source.base, changed),
  };
}

function widthMatch({ source, rung, draw }: Asked): Question {
  const step = WIDTH_LADDER[rung];
  const target = Math.round(draw.between(10, 190));
  const specAt = ({ width }: Readonly<Record<string, number>>): MixSpec => atWidth(source.base, width);
  return {
    kind: 'match',
    asks: 'Turn the width until yours is as wide as the target.',
    tells: `The target had ${target} % width.`,
    size: step,
    levels: 'matched',
    needs: STEREO,
    heard: [{ id: 'target', label: 'Target', spec: specAt({ width: target }) }],
    dry: specAt({ width: 100 }),
    truth: specAt({ width: target }),
    specAt,
    targetHidden: false,
    knobs: [
      {
        id: 'width',
        parameter: WIDTH,
        start: matchStart(draw, WIDTH, (end) => Math.abs(end - target) <= 0.6 * step),
        target,
        distance: (one, other) => Math.abs(one - other),
        tolerance: step / 2,
        worthlessDistance: 2 * step,
        says: (setting) => wholeOff(setting - target, '%', 'wide', 'narrow'),
      },
    ],
  };
}

export const PLACE_EXERCISES: readonly Exercise[] = [panPosition, stereoWidth];

/** "30 % left", "in the middle" */
function placeText(percent: number): string {
  return percent === 0 ? 'in the middle' : percentText(percent);
}

function percentText(percent: number): string {
  return `${Math.abs(percent)} % ${percent < 0 ? 'left' : 'right'}`;
}
