// Runs in <head> of an embedded demo before anything is drawn: ?theme=light or ?theme=dark, else the system's.
const theme = new URLSearchParams(location.search).get('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
