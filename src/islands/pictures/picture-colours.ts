/** The page's colours as a canvas takes them. Where the system forces colours they are the system's. */
export interface PictureColours {
  readonly ink: string;
  readonly quiet: string;
  readonly hairline: string;
  readonly edge: string;
  readonly panel: string;
  readonly alarm: string;
  /** The side's own colour, by the place of the variant. */
  readonly sides: readonly [string, string, string, string];
}

const FORCED: PictureColours = {
  ink: 'CanvasText',
  quiet: 'CanvasText',
  hairline: 'GrayText',
  edge: 'CanvasText',
  panel: 'Canvas',
  alarm: 'CanvasText',
  sides: ['CanvasText', 'CanvasText', 'CanvasText', 'CanvasText'],
};

/** Read the colours that apply to an element now; the tokens are `light-dark()`, which only a real property resolves. */
export function readColours(element: HTMLElement): PictureColours {
  if (matchMedia('(forced-colors: active)').matches) return { ...FORCED };
  const { style } = element;
  const before = style.color;
  const resolved = (token: string): string => {
    style.color = `var(--${token})`;
    return getComputedStyle(element).color;
  };
  const colours: PictureColours = {
    ink: resolved('ink'),
    quiet: resolved('quiet'),
    hairline: resolved('hairline'),
    edge: resolved('edge'),
    panel: resolved('panel'),
    alarm: resolved('alarm'),
    sides: [resolved('accent-a'), resolved('accent-b'), resolved('accent-c'), resolved('accent-d')],
  };
  style.color = before;
  return colours;
}

/** Told when the theme, the system's colours or forced colours change; returns a function that ends it. */
export function watchColours(onChange: () => void): () => void {
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) =>
    matchMedia(query),
  );
  for (const query of queries) query.addEventListener('change', onChange);
  const themes = new MutationObserver(onChange);
  themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    for (const query of queries) query.removeEventListener('change', onChange);
    themes.disconnect();
  };
}
