import { defineConfig } from 'playwright/test';
import { CHROMIUM_ARGS, findChromium } from '../setup/chromium.ts';

const executablePath = findChromium();
if (!executablePath)
  throw new Error('No Chromium. Run `node tests/setup/chromium.ts`, which says what to do.');

/** The built site, as a visitor gets it. */
const PORT = 4391;
/** The development server: worklets can break there alone. */
const DEV_PORT = 4392;

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  timeout: 150_000,
  // Two pages that play and analyse share two cores.
  expect: { timeout: 15_000 },
  fullyParallel: false,
  workers: 2,
  forbidOnly: true,
  // Sound plays in real time on a machine that may be busy. What passes only the second time is printed as flaky.
  retries: 1,
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${PORT}`,
    launchOptions: { executablePath, args: CHROMIUM_ARGS },
  },
  projects: [
    { name: 'site', testIgnore: /dev-server/ },
    { name: 'dev', testMatch: /dev-server/, use: { baseURL: `http://localhost:${DEV_PORT}` } },
  ],
  webServer: [
    {
      command: `npx astro preview --port ${PORT}`,
      cwd: '../..',
      url: `http://localhost:${PORT}`,
      reuseExistingServer: false,
    },
    {
      command: `npx astro dev --port ${DEV_PORT}`,
      cwd: '../..',
      url: `http://localhost:${DEV_PORT}`,
      reuseExistingServer: false,
      timeout: 120_000,
    },
  ],
});
