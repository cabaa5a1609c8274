import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { messageOf, WarehouseError } from '../../warehouse';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
  'brave-browser',
];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const HOW = `Install one (Debian, Ubuntu: apt install chromium; or Google Chrome), or name it with --chromium or
CHURNWATCH_CHROMIUM. Reports that end in .html and .csv need none.`;

/**
 * The Chromium to draw with: as named, else the first that is installed under one of its usual names.
 *
 * @throws WarehouseError saying how to get one
 */
export function findChromium(given: string | undefined, environment: NodeJS.ProcessEnv = process.env): string {
  const named = given ?? environment.CHURNWATCH_CHROMIUM;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new WarehouseError('missing', `There is no Chromium at ${named}.`, HOW);
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES];
  const found = candidates.find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new WarehouseError('missing', 'Drawing a PDF or PNG needs a Chromium, and none was found.', HOW);
}

/**
 * A browser without a window that asks for nothing but the report's page.
 *
 * @param host that serves the page
 * @throws WarehouseError when it does not start
 */
export async function launchChromium(executablePath: string, host: string): Promise<Browser> {
  const { chromium } = await import('playwright-core').catch((cause: unknown) => {
    throw new WarehouseError('missing', 'Drawing a PDF or PNG works from a checkout only.', 'Run npm install there.', {
      cause,
    });
  });
  try {
    return await chromium.launch({ executablePath, args: argumentsFor(process.getuid?.(), host) });
  } catch (cause) {
    const reason = messageOf(cause).split('\n')[0];
    throw new WarehouseError(
      'io',
      `${executablePath} did not start: ${reason}`,
      'Does it run by itself with --headless?',
      {
        cause,
      },
    );
  }
}

/** Its own sandbox is given up only for root, for whom it does not work. @param user id; undefined where there are none */
export function argumentsFor(user: number | undefined, host = '127.0.0.1'): string[] {
  return [
    ...(user === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // Whatever a page may ask for, it reaches the report's server alone.
    `--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE ${host}`,
  ];
}
