import { abxVerdict, abxVerdictText } from '../training/abx-verdict.ts';
import type { BlindResult } from './blind-model.ts';
import { WARNED_JUMP_DB } from './loudness-bias.ts';

/** A difference in level that some listeners notice as such; panels stop preferring the louder one below it. */
const NOTICED_DB = 0.5;

/** The result of a blind run, with what is to be said of its levels. */
export function blindResultText({ right, trials, labels, matched, louderDb }: BlindResult): string {
  const verdict = abxVerdictText(right, trials.length);
  if (matched) return verdict;
  const louder = louderDb > 0 ? labels.B : labels.A;
  if (Math.abs(louderDb) < NOTICED_DB) return `${verdict} The levels were not matched, but hardly differed.`;
  const by = `“${louder}” was ${decibels(louderDb)} louder`;
  return abxVerdict(right, trials.length) === 'heard'
    ? `${verdict} The levels were not matched and ${by}: you may have heard loudness alone.`
    : `${verdict} The levels were not matched and ${by}.`;
}

/** What leaving the level match out will do, before it does. */
export function unmatchedWarning(louderDb: number | null, labels: { A: string; B: string }): string {
  if (louderDb === null)
    return 'How much louder one of them is has not been measured: turn your volume down first.';
  const louder = louderDb > 0 ? labels.B : labels.A;
  const sentence = `“${louder}” will be ${decibels(louderDb)} louder than the other.`;
  return Math.abs(louderDb) > WARNED_JUMP_DB ? `${sentence} Turn your volume down first.` : sentence;
}

function decibels(db: number): string {
  return `${Math.abs(db).toFixed(1)}\u00a0dB`;
}
