// Escape hides the card of a word until the word is left; only when no card is open does it silence a demo.
addEventListener(
  'keydown',
  (event) => {
    if (event.key !== 'Escape') return;
    for (const card of document.querySelectorAll('.term-card')) {
      if (!card.checkVisibility()) continue;
      event.stopPropagation();
      const box = card.parentElement!;
      const link = box.querySelector('a')!;
      box.dataset.dismissed = '';
      box.onpointerleave = link.onblur = () => {
        if (!box.matches(':hover, :focus-within')) delete box.dataset.dismissed;
      };
    }
  },
  true,
);
