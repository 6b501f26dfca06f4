import { changeProgress, keptProgress, today, type Kept } from './kept-progress.ts';
import { standingOf, withMark, withoutMarks, type Mark, type Progress } from './progress.ts';

const SAID: Readonly<Record<Kept, string>> = {
  kept: '',
  'until this page is left':
    'This browser does not let the page remember your progress; it lasts until you leave or close this page.',
  unreadable: 'What this browser keeps of your progress cannot be read, and is left as it is.',
};

const end = document.querySelector<HTMLElement>('.lesson-done')!;
const box = end.querySelector('input')!;
const lessonId = end.dataset.lesson!;
/** By the learner, on this page: what happens by itself does not put it back. */
let takenBack = false;

box.addEventListener('change', () => {
  takenBack = !box.checked;
  change((progress) =>
    box.checked ? withMark(progress, lessonId, 'done', today()) : withoutMarks(progress, lessonId),
  );
});
// Ticked while this module was on its way.
if (box.checked) noteMark('done');

/** Note what happened in the lesson of this page, and show at its end how it stands. */
export function noteMark(mark: Mark): void {
  if (!takenBack) change((progress) => withMark(progress, lessonId, mark, today()));
}

function change(how: (progress: Progress) => Progress): void {
  const kept = changeProgress(how);
  box.checked = standingOf(keptProgress().progress, lessonId) === 'done';
  box.disabled = kept === 'unreadable';
  end.querySelector('[role=status]')!.textContent = SAID[kept];
}
