import { recall, remember } from '../storage.ts';

/** What the theme switch offers. "system" follows the device and is the default. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Where the choice is kept; first-paint.js reads the same key. */
export const THEME_KEY = 'bypass.theme';

/** Any text as a theme; what is not one means "system". */
export function asTheme(text: string | null): Theme {
  return THEMES.find((theme) => theme === text) ?? 'system';
}

/** The remembered choice. */
export function chosenTheme(): Theme {
  return asTheme(recall(THEME_KEY));
}

/** Show a theme and remember it. False when the browser refuses to keep it beyond this page. */
export function chooseTheme(theme: Theme): boolean {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  return remember(THEME_KEY, theme);
}
