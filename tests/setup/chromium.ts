import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/** Names under which systems install Chromium. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Start a page's sound without a press, and never ask the network for anything but our pages. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** The Chromium that tests use: CHROMIUM_PATH, an installed one, or Playwright's own. Null if there is none. */
export function findChromium(): string | null {
  const fromEnvironment = process.env.CHROMIUM_PATH;
  if (fromEnvironment) return existsSync(fromEnvironment) ? fromEnvironment : null;
  for (const name of NAMES) {
    const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
    if (found) return found;
  }
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

/** Install a Chromium: Playwright's, else Debian's package when we may. */
function installChromium(): void {
  const playwright = spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' });
  if (playwright.status === 0 && findChromium()) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Debian’s Chromium …');
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: 'inherit',
    });
  }
}

if (import.meta.main) {
  if (!findChromium()) installChromium();
  const path = findChromium();
  if (!path) {
    console.error(
      'The browser tests need Chromium and found none. Install it (Debian: apt-get install chromium), ' +
        'or point CHROMIUM_PATH at one, and run npm test again.',
    );
    process.exit(1);
  }
  console.log(`Browser tests use ${path}`);
}
