import type { Browser } from 'playwright-core';
import { filesIn, readJson } from '../files/repository';
import { describeInBrowser, launchBrowser } from './chromium';
import { settled } from './figures';
import { openShop, type Shop } from './shop';

const DASHBOARDS = filesIn('dashboards', '.json').map((file) => readJson<{ uid: string }>(file).uid);

/** Where texts need more lines than on a desk, which is where pages shift. */
const NARROW = 420;
const WIDE = 1440;

/**
 * Most that a page may shift while it loads, as browsers measure it (cumulative layout shift): a fifth of what counts as good.
 * A sentence of more lines than are kept free on a telephone stays below it, links that come late do not.
 */
const MOST_SHIFT = 0.02;

declare global {
  interface Window {
    /** The shifts of this page, by what moved. */
    shifts: { value: number; moved: string[] }[];
  }
}

describeInBrowser('the page while it loads', () => {
  let shop: Shop;
  let browser: Browser;

  beforeAll(async () => {
    [shop, browser] = await Promise.all([openShop(), launchBrowser()]);
  });

  afterAll(async () => {
    await browser?.close();
    await shop?.close();
  });

  it.each([...DASHBOARDS.map((uid) => [uid, NARROW] as const), ['churnwatch-executive-overview', WIDE] as const])(
    'stands still: %s at %d px',
    async (uid, width) => {
      // A browser of its own for each: nothing is there already.
      const context = await browser.newContext({ viewport: { width, height: 900 } });
      const page = await context.newPage();
      await page.addInitScript(() => {
        window.shifts = [];
        const nameOf = (node?: Node | null): string =>
          node instanceof Element ? `${node.tagName} ${node.textContent.slice(0, 40)}` : 'something that is gone';
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const { value, sources } = entry as PerformanceEntry & { value: number; sources: { node?: Node | null }[] };
            window.shifts.push({ value, moved: sources.map(({ node }) => nameOf(node)) });
          }
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(`${shop.address}/d/${uid}`);
      await settled(page);
      await page.waitForTimeout(300);
      const shifts = await page.evaluate(() => window.shifts);
      await context.close();
      const sum = shifts.reduce((total, { value }) => total + value, 0);
      expect({ shifts, isStill: sum <= MOST_SHIFT }).toEqual({ shifts, isStill: true });
    },
  );
});
