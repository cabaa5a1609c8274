import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { violations } from './axe';
import { describeInBrowser, launchBrowser } from './chromium';
import { openShop, type Shop } from './shop';

const BUNDLE = join(process.cwd(), '..', 'plugin', 'src', 'pages', 'alerts', 'testing', 'bundle.mjs');
const HTML =
  '<!doctype html><html lang="en"><title>Alerts</title><style>body{margin:0}</style><body><script type="module" src="/warnings.js"></script>';

describeInBrowser('early warnings on the page of the app', () => {
  let shop: Shop;
  let browser: Browser;
  let script: string;
  let page: Page;
  let troubles: string[];

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'churnwatch-warnings-'));
    const { status, stderr } = spawnSync(process.execPath, [BUNDLE, join(folder, 'page.js')], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    script = readFileSync(join(folder, 'page.js'), 'utf8');
    rmSync(folder, { recursive: true, force: true });
    [shop, browser] = await Promise.all([openShop(), launchBrowser()]);
  });

  afterAll(async () => {
    await browser?.close();
    await shop?.close();
  });

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    // As long as the test itself may take: machines that test much at once are slow.
    page.setDefaultTimeout(110_000);
    troubles = [];
    page.on('pageerror', (error) => troubles.push(error.message));
    await page.route('**/warnings*', (route) => route.fulfill({ contentType: 'text/html', body: HTML }));
    await page.route('**/warnings.js', (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
  });

  afterEach(async () => {
    await page.close();
    expect(troubles).toEqual([]);
  });

  const open = async (query = ''): Promise<void> => {
    await page.goto(`${shop.address}/warnings${query}`);
    await page.getByRole('listitem').first().waitFor();
  };
  const drawer = (): Locator => page.getByRole('dialog', { name: 'Early warning' });
  const focused = (): Promise<string> =>
    page.evaluate(() => {
      const { activeElement: element } = document;
      return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
    });
  const press = async (name: string): Promise<void> => {
    for (let i = 0; i < 80 && (await focused()) !== name; i++) await page.keyboard.press('Tab');
    expect(await focused()).toBe(name);
    await page.keyboard.press('Enter');
  };
  const said = (words: RegExp): Promise<void> => drawer().getByRole('status').filter({ hasText: words }).waitFor();
  const detailsOf = async (place: number): Promise<string> =>
    (await page
      .getByRole('button', { name: /^Details: / })
      .nth(place)
      .getAttribute('aria-label')) ?? '';

  it('are worked on with the keyboard alone: nothing takes its place away, and every change is said', async () => {
    await open();
    const name = await detailsOf(0);
    await press(name);
    await drawer().waitFor();
    await press('Acknowledge');
    await said(/State: Acknowledged\./);
    expect(await focused()).toBe('Work on the early warning');
    await press('Put back');
    await said(/State: New\. Owner: Nobody yet\./);
    await press('False alarm');
    await said(/State: False alarm\./);
    expect(await drawer().getByRole('list', { name: 'History' }).getByRole('listitem').count()).toBe(4);
    await page.keyboard.press('Escape');
    await drawer().waitFor({ state: 'detached' });
    // What was open has left the list of open warnings, and the keyboard goes on at the list.
    await page.getByRole('button', { name, exact: true }).waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Early warnings');
  });

  it('take a note and an owner, and give the keyboard back to the row that was opened', async () => {
    await open();
    const name = await detailsOf(1);
    await press(name);
    await drawer().getByLabel('Note for the history').focus();
    await page.keyboard.type('Calls on Monday');
    await press('Only add the note');
    await said(/^Saved\. State: New\./);
    await drawer().getByText('Calls on Monday').waitFor();
    await press('Make me the owner');
    await said(/Owner: \w+\./);
    await page.keyboard.press('Escape');
    await drawer().waitFor({ state: 'detached' });
    await page.waitForFunction((wanted) => document.activeElement?.getAttribute('aria-label') === wanted, name);
  });

  // Colours are those of the theme at any width, and the order of things that of the width in any theme.
  it.each([
    ['dark', 1280],
    ['light', 420],
  ])('have nothing that axe objects to, %s at %d px', async (theme, width) => {
    await page.setViewportSize({ width, height: 900 });
    await open(`?theme=${theme}`);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page
      .getByRole('button', { name: /^Details: / })
      .first()
      .click();
    await drawer().getByRole('list', { name: 'History' }).waitFor();
    // Until it has slid in, it is see-through.
    await page.waitForTimeout(1_000);
    expect(await violations(page)).toEqual([]);
  });
});
