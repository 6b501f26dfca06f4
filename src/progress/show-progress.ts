import { keptProgress } from './kept-progress.ts';
import { doneAmong, standingOf, whereToGoOn, type Progress } from './progress.ts';

const STANDING = { new: '', begun: 'Begun', done: 'Done' } as const;

/** Show what is kept on the page: in its lists of lessons, and where to go on. */
export function showProgress(progress = keptProgress().progress): void {
  for (const item of document.querySelectorAll<HTMLElement>('.stations > [data-lesson]')) {
    const standing = standingOf(progress, item.dataset.lesson!);
    item.dataset.standing = standing;
    item.querySelector('.station-standing')!.textContent = STANDING[standing];
  }
  for (const unit of document.querySelectorAll<HTMLElement>('.unit')) {
    const ids = lessonIdsIn(unit);
    const done = doneAmong(progress, ids);
    unit.querySelector('.unit-done')!.textContent = done === 0 ? '' : `${done} of ${ids.length} done`;
  }
  for (const line of document.querySelectorAll<HTMLElement>('.go-on')) showWhereToGoOn(line, progress);
}

/** The line above a page's heading: what it says by itself, or the link to go on. */
function showWhereToGoOn(line: HTMLElement, progress: Progress): void {
  const id = whereToGoOn(progress, lessonIdsIn(document));
  const link = document.querySelector<HTMLAnchorElement>(`.stations > [data-lesson="${id}"] a`);
  const [plain, goOn] = line.children as unknown as [HTMLElement, HTMLAnchorElement];
  plain.hidden = link !== null;
  goOn.hidden = link === null;
  if (!link) return;
  goOn.href = link.href;
  goOn.querySelector('strong')!.textContent = link.textContent;
}

/** The lessons that are listed in a part of the page, in their order. */
function lessonIdsIn(part: ParentNode): string[] {
  return [...part.querySelectorAll<HTMLElement>('.stations > [data-lesson]')].map(
    ({ dataset }) => dataset.lesson!,
  );
}
