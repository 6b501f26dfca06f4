import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chromium } from 'playwright';
import { launch } from 'puppeteer-core';
import { CHROMIUM_ARGS, findChromium } from '../setup/chromium.ts';
import { ended, until } from './sound-server.ts';

/** A page in some browser, driven the way that browser is driven. */
export interface DrivenPage {
  goto(url: string): Promise<void>;
  /** A real click, as a browser asks for before it lets sound start. */
  click(selector: string): Promise<void>;
  /** The value of a JavaScript expression. */
  evaluate(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

export interface DrivenBrowser {
  readonly name: string;
  open(environment: NodeJS.ProcessEnv): Promise<DrivenPage>;
}

export const BROWSERS: readonly DrivenBrowser[] = [
  { name: 'Chromium', open: openChromium },
  { name: 'Firefox', open: openFirefox },
  { name: 'WebKitGTK', open: openWebKit },
];

async function openChromium(environment: NodeJS.ProcessEnv): Promise<DrivenPage> {
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: CHROMIUM_ARGS,
    ignoreDefaultArgs: ['--mute-audio'],
    env: environment as Record<string, string>,
  });
  const page = await browser.newPage();
  return {
    goto: async (url) => void (await page.goto(url)),
    click: (selector) => page.click(selector),
    evaluate: (expression) => page.evaluate(expression),
    close: () => browser.close(),
  };
}

/** Stock Firefox over WebDriver BiDi. */
async function openFirefox(environment: NodeJS.ProcessEnv): Promise<DrivenPage> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: '/usr/bin/firefox-esr',
    headless: true,
    env: environment as Record<string, string>,
    extraPrefsFirefox: {
      // No call home from a test.
      'app.normandy.enabled': false,
      'datareporting.policy.dataSubmissionEnabled': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
    },
  });
  const page = await browser.newPage();
  return {
    goto: async (url) => void (await page.goto(url)),
    click: (selector) => page.click(selector),
    evaluate: (expression) => page.evaluate(expression),
    close: () => browser.close(),
  };
}

const DISPLAY = ':97';
const DRIVER_PORT = 4394;
/** The key under which the WebDriver standard wraps an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** WebKitGTK's MiniBrowser through its own WebDriver, on a display of Xvfb. */
async function openWebKit(environment: NodeJS.ProcessEnv): Promise<DrivenPage> {
  const display = spawn('Xvfb', [DISPLAY, '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: 'ignore',
  });
  const env = { ...environment, DISPLAY, WEBKIT_DISABLE_COMPOSITING_MODE: '1' };
  const driver = spawn('WebKitWebDriver', [`--port=${DRIVER_PORT}`], { env, stdio: 'ignore' });
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${DRIVER_PORT}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  };
  await until(() => call('GET', '/status').then(() => true), 'WebKitWebDriver did not start');
  const { sessionId } = (await call('POST', '/session', {
    capabilities: {
      alwaysMatch: { 'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] } },
    },
  })) as { sessionId: string };
  const session = `/session/${sessionId}`;
  return {
    goto: async (url) => void (await call('POST', `${session}/url`, { url })),
    click: async (selector) => {
      const found = (await call('POST', `${session}/element`, {
        using: 'css selector',
        value: selector,
      })) as Record<string, string>;
      await call('POST', `${session}/element/${found[ELEMENT]}/click`, {});
    },
    evaluate: (expression) =>
      call('POST', `${session}/execute/async`, {
        script: `const done = arguments[arguments.length - 1];
          Promise.resolve(${expression}).then(done, (error) => done('error: ' + error));`,
        args: [],
      }),
    close: async () => {
      await call('DELETE', session).catch(() => undefined);
      await ended(driver, 'SIGTERM');
      await ended(display, 'SIGTERM');
    },
  };
}

function miniBrowser(): string {
  const root = '/usr/lib';
  for (const architecture of readdirSync(root).filter((name) => name.includes('-linux-gnu')))
    for (const version of ['4.1', '4.0', '6.0']) {
      const path = `${root}/${architecture}/webkit2gtk-${version}/MiniBrowser`;
      if (existsSync(path)) return path;
    }
  throw new Error('no MiniBrowser: run tests/engines/set-up.sh');
}
