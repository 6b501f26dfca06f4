// On a lesson's page: notes that a demo was played and that the end of the text was in view.
const note = (mark: 'heard' | 'read'): void =>
  void import('./lesson-progress.ts').then((module) => module.noteMark(mark));

new MutationObserver(() => document.querySelector('[data-phase=playing]') && note('heard')).observe(
  document.querySelector('article')!,
  { attributeFilter: ['data-phase'], subtree: true },
);

const end = new IntersectionObserver(
  (parts) => parts.some(({ isIntersecting }) => isIntersecting) && note('read'),
);
for (const part of document.querySelectorAll<HTMLElement>('.lesson-terms, .lesson-done')) {
  part.hidden = false;
  end.observe(part);
}
