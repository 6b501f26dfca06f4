import type { PanelProps } from './LatePanel.tsx';

/** The keys that work while the focus is inside a demo. */
export function Panel({ demo }: PanelProps) {
  const keys = [
    ['Space', 'plays and stops, except on a button or switch, which it presses'],
    [`1 to ${demo.variants.length}`, `${demo.variants.map(({ label }) => label).join(', ')}`],
    ['U, Ctrl + Z or ⌘ + Z', 'undoes the last change'],
    ['Esc', 'silences everything on the page'],
    ...(demo.knobs.length > 0
      ? [
          ['Arrows', 'turn a setting by a small step'],
          ['Page Up, Page Down', 'turn it by a tenth of its range'],
          ['Home, End', 'turn it to its lowest or highest'],
          ['Enter', 'takes a number that you typed'],
        ]
      : []),
  ];
  return (
    <>
      <p>These work while the focus is inside this demo; a click on it is enough.</p>
      <dl>
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
