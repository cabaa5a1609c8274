import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const CANDIDATES = [
  process.env.CHURNWATCH_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const found = CANDIDATES.find((path) => path !== undefined && existsSync(path));

/** Where the browser is that the tests use. */
export const browserPath = (): string => found ?? '';

const NAME = 'the viewer in a browser';

/** `describe` where a Chromium is installed (or named by CHURNWATCH_CHROMIUM); else a skipped suite that says why. */
export function describeInBrowser(what: string, tests: () => void): void {
  if (found) describe(`${NAME}: ${what}`, tests);
  else describe.skip(`${NAME}: ${what} (skipped: no Chromium found; name one in CHURNWATCH_CHROMIUM)`, tests);
}

/** A browser that asks for nothing but the pages that a test opens. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: found,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
