import { listed } from './stem-names.ts';
import type { StageMove, StageStem } from './stage-plan.ts';

/** Nearer to the middle than this counts as the centre. */
const CENTRE = 0.05;
/** Smaller differences in level or in reverb are not worth a word: in dB, and as a share. */
const WORTH_DB = 1.5;
const WORTH_WET = 0.04;
const WORTH_POSITION = 0.05;
/** Further out than a loudspeaker, allowing for rounding, where one side is the other upside down. */
const BEYOND = 1.001;

/** "75 %": how far from the middle to the loudspeaker. */
function percent(share: number): string {
  return `${Math.round(Math.abs(share) * 100)}\u00a0%`;
}

/** Who stands where, nearest first: "Left: Guitar 60 %. Centre: Vocal, Kick and Bass. Right: Keys 45 %." */
export function stageWords(plan: readonly StageStem[]): string {
  const heard = plan.filter(({ muted }) => !muted).sort((a, b) => a.depth - b.depth);
  const side = (name: string, stems: readonly StageStem[], say: (stem: StageStem) => string): string[] =>
    stems.length === 0 ? [] : [`${name}: ${listed(stems.map(say))}.`];
  const placed = (stem: StageStem): string => `${stem.name} ${percent(stem.position)}${wide(stem)}`;
  const sentences = [
    ...side('Beyond the speakers, one side against the other', heard.filter(isBeyond), ({ name }) => name),
    ...side(
      'Left',
      heard.filter((stem) => stem.position < -CENTRE && !isBeyond(stem)),
      placed,
    ),
    ...side(
      'Centre',
      heard.filter(({ position }) => Math.abs(position) <= CENTRE),
      (stem) => `${stem.name}${wide(stem)}`,
    ),
    ...side(
      'Right',
      heard.filter((stem) => stem.position > CENTRE && !isBeyond(stem)),
      placed,
    ),
  ];
  const muted = plan.filter((stem) => stem.muted);
  if (muted.length > 0) sentences.push(`Muted: ${listed(muted.map(({ name }) => name))}.`);
  const known = heard.filter(({ relativeDb }) => relativeDb !== null);
  if (known.length > 1)
    sentences.push(`Nearest: ${known[0].name}. Furthest: ${known[known.length - 1].name}.`);
  return sentences.join(' ');
}

/** "Loudest now: Vocal." */
export function loudestWords(name: string | null): string {
  return name === null ? 'Silent now.' : `Loudest now: ${name}.`;
}

/** What moved: "Against “Raw”: to the left Guitar; nearer Snare by 6.0 dB and Keys by 2.1 dB; more room Oohs." */
export function moveWords(moves: readonly StageMove[], otherLabel: string): string {
  const panned = (sign: number): string[] =>
    namesOf(moves, ({ from, to }) => !isBeyond(to) && sign * (to.position - from.position) >= WORTH_POSITION);
  const widened = (sign: number): string[] =>
    namesOf(moves, ({ from, to }) => sign * (widthOf(to) - widthOf(from)) >= WORTH_POSITION);
  const levelled = (sign: number): string[] =>
    moves
      .filter((move) => sign * changeDb(move) >= WORTH_DB)
      .map((move) => `${move.to.name} by ${Math.abs(changeDb(move)).toFixed(1)}\u00a0dB`);
  const wetted = (sign: number): string[] =>
    namesOf(moves, ({ from, to }) => sign * (to.wet - from.wet) >= WORTH_WET);
  const told = [
    ['beyond the speakers', namesOf(moves, ({ from, to }) => isBeyond(to) && !isBeyond(from))] as const,
    ['to the left', panned(-1)] as const,
    ['to the right', panned(1)] as const,
    ['wider', widened(1)] as const,
    ['narrower', widened(-1)] as const,
    ['nearer', levelled(1)] as const,
    ['further back', levelled(-1)] as const,
    ['more reverb', wetted(1)] as const,
    ['less reverb', wetted(-1)] as const,
  ].flatMap(([what, names]) => (names.length === 0 ? [] : [`${what} ${listed(names)}`]));
  if (told.length === 0) return `Against “${otherLabel}”, everyone stands where they stood.`;
  return `Against “${otherLabel}”: ${told.join('; ')}.`;
}

function namesOf(moves: readonly StageMove[], where: (move: StageMove) => boolean): string[] {
  return moves.filter(where).map(({ to }) => to.name);
}

/** How much louder, against the loudest stem of each version, so that a fader for all of them changes nothing; 0 where unknown. */
function changeDb({ from, to }: StageMove): number {
  if (from.relativeDb === null || to.relativeDb === null) return 0;
  const change = to.relativeDb - from.relativeDb;
  return Number.isFinite(change) ? change : 0;
}

function isBeyond({ position }: StageStem): boolean {
  return Math.abs(position) > BEYOND;
}

function widthOf({ leftEnd, rightEnd }: StageStem): number {
  return rightEnd - leftEnd;
}

function wide(stem: StageStem): string {
  return widthOf(stem) > CENTRE ? ' (wide)' : '';
}
