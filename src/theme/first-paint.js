// Runs in <head> before anything is drawn, so that a chosen theme never flashes. The key is THEME_KEY of theme.ts.
try {
  const theme = localStorage.getItem('bypass.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage refused: the system's theme it is.
}
