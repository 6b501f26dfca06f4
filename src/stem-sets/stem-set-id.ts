/**
 * What a MixSpec calls its song: a folder under public/stems, or four bars of it ("indie-pop@13-16"), or what is made on
 * the device: "pink-noise", test signals, a learner's own audio.
 */
export type StemSetId =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'excerpt'; readonly folder: string; readonly firstBar: number; readonly lastBar: number }
  | { readonly kind: 'made'; readonly name: MadeSet };

/** Stem sets that are no files. */
export const MADE_SETS = ['pink-noise', 'playback-check', 'own'] as const;
export type MadeSet = (typeof MADE_SETS)[number];

/** Bars are counted from 1, as musicians do; both are part of the excerpt. */
export function excerptId(folder: string, firstBar: number, lastBar: number): string {
  return `${folder}@${firstBar}-${lastBar}`;
}

export function stemSetId(id: string): StemSetId {
  const made = MADE_SETS.find((name) => name === id);
  if (made) return { kind: 'made', name: made };
  const excerpt = /^(.+)@(\d+)-(\d+)$/.exec(id);
  if (!excerpt) return { kind: 'folder', folder: id };
  const [, folder, firstBar, lastBar] = excerpt;
  return { kind: 'excerpt', folder, firstBar: Number(firstBar), lastBar: Number(lastBar) };
}

/** Where an excerpt lies in a loop of equal bars, in frames. */
export function excerptFrames(
  { firstBar, lastBar }: { readonly firstBar: number; readonly lastBar: number },
  { bars, loopFrames }: { readonly bars: number; readonly loopFrames: number },
): { from: number; frames: number } {
  const from = Math.round(((firstBar - 1) * loopFrames) / bars);
  const to = Math.round((lastBar * loopFrames) / bars);
  return { from, frames: to - from };
}
