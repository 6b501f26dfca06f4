import { mixSpec, type StripDraft } from '../dsp/mix-draft.ts';
import type { GainPoint, MixSpec } from '../dsp/mix-spec.ts';
import { HIGH_TONES_HZ, LOW_TONES_HZ, toneId } from '../stem-sets/playback-check-stems.ts';
import type { PlaybackCheck } from '../training/playback-check.ts';
import { Draw } from '../training/random.ts';

export type CheckPart = 'sides' | 'headphones' | 'lows' | 'highs';

/** One question of the playback check. */
export interface CheckQuestion {
  readonly part: CheckPart;
  readonly asks: string;
  readonly spec: MixSpec;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly answer: string;
  /** The tone that is asked about, in Hz; 0 where none is. */
  readonly hz: number;
}

/** An answer to each question that was put, in order. */
export type CheckAnswers = ReadonlyMap<CheckQuestion, string>;

const SILENT_DB = -60;
const EDGE_SECONDS = 0.03;
const PULSE_SECONDS = 0.35;
const PULSE_EVERY_SECONDS = 0.75;
const MOST_PULSES = 4;
const PHASE_TRIALS = 6;
const PHASE_RIGHT = 5;
const PHASE_SECONDS = 0.9;
const PHASE_EVERY_SECONDS = 1.2;
const QUIETER_DB = -6;
/** What is known of hearing beyond the tones that are asked. */
const NO_LOWS_HZ = 200;
const NO_HIGHS_HZ = 8000;

const NOISE_LEVEL_DB = -4;
const HOW_MANY = [
  ...Array.from({ length: MOST_PULSES }, (_, i) => ({ id: String(i + 1), label: String(i + 1) })),
  { id: 'none', label: 'I hear none' },
];

/** Every stem of the check is there, and all but a few silent, so that each question is a setting of one mix. */
function checkMix(heard: Readonly<Record<string, StripDraft>>): MixSpec {
  const stems = ['noise', ...[...LOW_TONES_HZ, ...HIGH_TONES_HZ].map(toneId), 'in-phase', 'out-of-phase'];
  return mixSpec({
    song: 'playback-check',
    strips: Object.fromEntries(stems.map((stem) => [stem, heard[stem] ?? { muted: true }])),
  });
}

/** Noise in the middle, to set the volume by. */
export const VOLUME_NOISE: MixSpec = checkMix({ noise: { levelDb: NOISE_LEVEL_DB } });

/** The check's questions, the same for the same seed. */
export function checkQuestions(seed: number): CheckQuestion[] {
  const draw = new Draw(seed);
  return [
    ...draw.shuffled(SIDES).map(sideQuestion),
    ...Array.from({ length: PHASE_TRIALS }, () => phaseQuestion(draw)),
    ...LOW_TONES_HZ.map((hz) => countQuestion('lows', hz, draw)),
    ...HIGH_TONES_HZ.map((hz) => countQuestion('highs', hz, draw)),
  ];
}

/** The next question to put, when these have been answered: what lies beyond a tone that was missed is not asked. */
export function nextCheckQuestion(
  questions: readonly CheckQuestion[],
  answers: CheckAnswers,
  skipped: ReadonlySet<CheckPart>,
): CheckQuestion | null {
  const missed = new Set(
    [...answers]
      .filter(([question, said]) => question.hz > 0 && said !== question.answer)
      .map(([q]) => q.part),
  );
  const mono = sidesOf(questions, answers) === 'mono';
  return (
    questions.find(
      (question) =>
        !answers.has(question) &&
        !skipped.has(question.part) &&
        !missed.has(question.part) &&
        !(question.part === 'headphones' && mono),
    ) ?? null
  );
}

/** What the answers say of the playback. @param day "2026-11-27" */
export function checkResult(
  questions: readonly CheckQuestion[],
  answers: CheckAnswers,
  day: string,
): PlaybackCheck {
  const phase = [...answers].filter(([{ part }]) => part === 'headphones');
  const phaseRight = phase.filter(([question, said]) => said === question.answer).length;
  return {
    day,
    sides: sidesOf(questions, answers),
    listeningOn:
      phase.length < PHASE_TRIALS ? 'not known' : phaseRight >= PHASE_RIGHT ? 'headphones' : 'speakers',
    lowestHz: lastHeard('lows', answers, NO_LOWS_HZ, 20),
    highestHz: lastHeard('highs', answers, NO_HIGHS_HZ, 20_000),
  };
}

/** What a check means for practice, in sentences. */
export function checkInWords({ sides, listeningOn, lowestHz, highestHz }: PlaybackCheck): string[] {
  return [
    {
      stereo: 'Left and right arrive as they should.',
      swapped:
        'Left and right are swapped: turn your headphones round, or change the cables, and check again.',
      mono: 'Left and right could not be told apart: questions about place and width will not be asked.',
    }[sides],
    ...(listeningOn === 'not known' ? [] : [`You seem to listen on ${listeningOn}.`]),
    lowestHz <= 40
      ? 'It reaches down to 40 Hz or lower.'
      : `It reaches down to ${lowestHz} Hz: questions about what lies below will not be asked.`,
    highestHz >= 16_000
      ? 'You hear up to 16 kHz or higher.'
      : `You hear up to ${highestHz / 1000} kHz, playback and ears together: questions about what lies above will not be asked.`,
  ];
}

const SIDES = ['left', 'right', 'middle'] as const;
const SIDE_PANS = { left: -1, right: 1, middle: 0 } as const;

function sideQuestion(side: (typeof SIDES)[number]): CheckQuestion {
  return {
    part: 'sides',
    asks: 'Where is the noise?',
    spec: checkMix({ noise: { levelDb: NOISE_LEVEL_DB, pan: SIDE_PANS[side] } }),
    choices: [
      { id: 'left', label: 'Left' },
      { id: 'middle', label: 'In the middle' },
      { id: 'right', label: 'Right' },
      { id: 'unsure', label: 'I cannot tell' },
    ],
    answer: side,
    hz: 0,
  };
}

function sidesOf(questions: readonly CheckQuestion[], answers: CheckAnswers): PlaybackCheck['sides'] {
  const said = new Map(
    questions
      .filter((question) => question.part === 'sides' && answers.has(question))
      .map((question) => [question.answer, answers.get(question)]),
  );
  // What was skipped is taken to be in order.
  if (said.size === 0) return 'stereo';
  if (said.get('left') === 'right' && said.get('right') === 'left') return 'swapped';
  const right = ['left', 'right'].every((side) => !said.has(side) || said.get(side) === side);
  return right ? 'stereo' : 'mono';
}

function phaseQuestion(draw: Draw): CheckQuestion {
  const order = draw.shuffled(['plain', 'quiet', 'opposed'] as const);
  const windows = (kinds: readonly string[]): (number | null)[] =>
    order.map((kind) => (kinds.includes(kind) ? (kind === 'quiet' ? QUIETER_DB : 0) : null));
  return {
    part: 'headphones',
    asks: 'Three tones, one after the other. Which is the quietest?',
    spec: checkMix({
      'in-phase': { automation: gated(windows(['plain', 'quiet']), PHASE_EVERY_SECONDS, PHASE_SECONDS) },
      'out-of-phase': { automation: gated(windows(['opposed']), PHASE_EVERY_SECONDS, PHASE_SECONDS) },
    }),
    choices: ['first', 'second', 'third'].map((id) => ({ id, label: `The ${id}` })),
    answer: ['first', 'second', 'third'][order.indexOf('quiet')],
    hz: 0,
  };
}

function countQuestion(part: 'lows' | 'highs', hz: number, draw: Draw): CheckQuestion {
  const pulses = 1 + draw.below(MOST_PULSES);
  const windows = Array.from({ length: MOST_PULSES }, (_, i) => (i < pulses ? 0 : null));
  return {
    part,
    asks: `How many ${part === 'lows' ? 'low' : 'high'} tones come before the pause?`,
    spec: checkMix({ [toneId(hz)]: { automation: gated(windows, PULSE_EVERY_SECONDS, PULSE_SECONDS) } }),
    choices: HOW_MANY,
    answer: String(pulses),
    hz,
  };
}

/** A lane that opens for each level that is not null, one after the other, and is closed for the rest of the loop. */
function gated(levelsDb: readonly (number | null)[], everySeconds: number, openSeconds: number): GainPoint[] {
  const points: GainPoint[] = [{ seconds: 0, gainDb: SILENT_DB }];
  levelsDb.forEach((gainDb, i) => {
    if (gainDb === null) return;
    const from = 0.1 + i * everySeconds;
    points.push(
      { seconds: from, gainDb: SILENT_DB },
      { seconds: from + EDGE_SECONDS, gainDb },
      { seconds: from + openSeconds, gainDb },
      { seconds: from + openSeconds + EDGE_SECONDS, gainDb: SILENT_DB },
    );
  });
  return points;
}

function lastHeard(part: CheckPart, answers: CheckAnswers, none: number, unasked: number): number {
  const asked = [...answers].filter(([question]) => question.part === part);
  if (asked.length === 0) return unasked;
  const heard = asked.filter(([question, said]) => said === question.answer).map(([{ hz }]) => hz);
  return heard.at(-1) ?? none;
}
