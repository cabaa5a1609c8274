import type { Browser, BrowserContext, Page } from 'playwright-core';
import { violations } from './axe';
import { describeInBrowser, launchBrowser } from './chromium';
import { asking, choose, figureIn, panel, settled } from './figures';
import { OVERVIEW, OVERVIEW_TITLE, pictureTitle, placeOf } from './overview';
import { openShop, type Shop } from './shop';

const ORDERS = placeOf('orders');
const SEGMENTS = pictureTitle('churnwatch-segments-panel', 'rfm_segments');
const FORECAST = pictureTitle('churnwatch-forecast-panel', 'sales_forecast');
const BY_STATE = pictureTitle('bargauge', 'breakdown', 'state');

describeInBrowser('it behaves', () => {
  let shop: Shop;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let troubles: string[];

  beforeAll(async () => {
    [shop, browser] = await Promise.all([openShop(), launchBrowser()]);
    // One for all: what it has loaded once it keeps, as readers' browsers do.
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: 'dark' });
  });

  afterAll(async () => {
    await browser?.close();
    await shop?.close();
  });

  beforeEach(async () => {
    page = await context.newPage();
    troubles = [];
    page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
    });
    page.on('requestfailed', (request) => {
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') troubles.push(`failed: ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
    });
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== shop.address) {
        troubles.push(`elsewhere: ${request.url()}`);
      }
    });
  });

  afterEach(async () => {
    // What a reader has chosen is remembered.
    await page.evaluate(() => window.localStorage.clear());
    await page.close();
    expect(troubles).toEqual([]);
  });

  const open = async (query = ''): Promise<void> => {
    await page.goto(`${shop.address}${OVERVIEW}${query}`);
    await settled(page);
  };

  it('draws every panel of the dashboard, with every icon, from its own server alone', async () => {
    await open();
    const titles = await page.locator('[data-embed-panel] h2').allInnerTexts();
    expect(titles).toContain(SEGMENTS);
    for (const title of titles)
      expect(await panel(page, title).innerText()).not.toMatch(/could not|does not draw|No data/);
    expect(await page.locator('[data-missing-icon]').count()).toBe(0);
    expect(await page.title()).toBe(`${OVERVIEW_TITLE} · Churnwatch`);
  });

  it('opens its list of dashboards, and the dashboard from there', async () => {
    await page.goto(shop.address);
    await page.getByRole('link', { name: new RegExp(OVERVIEW_TITLE) }).click();
    await settled(page);
    expect(new URL(page.url()).pathname).toBe(OVERVIEW);
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Dashboards' }).waitFor();
  });

  it('keeps every choice in the address: the back button takes it back, and a copy of the address shows the same', async () => {
    await open();
    const all = (await figureIn(page, ORDERS)).text;
    await choose(page, 'State', 'SP');
    const some = (await figureIn(page, ORDERS)).text;
    expect(some).not.toBe(all);
    await page.getByRole('button', { name: /^Time range selected/ }).click();
    await asking(page, () => page.getByText('Last 90 days of data').click());
    const late = (await figureIn(page, ORDERS)).text;
    expect(late).not.toBe(some);
    const address = page.url();
    await asking(page, () => page.goBack());
    expect((await figureIn(page, ORDERS)).text).toBe(some);
    await asking(page, () => page.goBack());
    expect((await figureIn(page, ORDERS)).text).toBe(all);
    await page.goto(address);
    await settled(page);
    expect((await figureIn(page, ORDERS)).text).toBe(late);
  });

  it('filters the page by a segment that is clicked', async () => {
    await open();
    const before = (await figureIn(page, ORDERS)).value;
    const lost = panel(page, SEGMENTS).getByRole('button', { name: /^Lost/ }).first();
    await asking(page, () => lost.click());
    expect(new URL(page.url()).searchParams.getAll('var-segment')).toEqual(['Lost']);
    expect((await figureIn(page, ORDERS)).value).toBeLessThan(before);
  });

  it('draws the forecast, and over what happened the forecasts of the past', async () => {
    await open();
    const forecast = panel(page, FORECAST);
    expect(await forecast.innerText()).toMatch(/expected in the next 90 days, to .*; between R\$.* with 80% certainty/);
    await forecast.getByRole('slider').waitFor();
    await asking(page, () => forecast.getByRole('radio', { name: 'Past forecasts' }).click());
    await forecast
      .getByRole('list', { name: 'Legend' })
      .getByText(/Forecast/)
      .first()
      .waitFor();
  });

  it('leads back to the data from a time range without any', async () => {
    await open('?from=2010-01-01&to=2010-02-01');
    await asking(page, () => page.getByRole('button', { name: 'Show all data' }).click());
    await page.getByRole('button', { name: 'Time range selected: All data' }).waitFor();
    expect((await figureIn(page, ORDERS)).value).toBeGreaterThan(0);
  });

  it('is dark or light as the reader prefers, as the address says, and as the button switches', async () => {
    const brightness = async (): Promise<number> => {
      const color = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      return Number(/\d+/.exec(color)?.[0]);
    };
    await open();
    expect(await brightness()).toBeLessThan(64);
    await page.getByRole('button', { name: 'Switch to the light theme' }).click();
    await page.getByRole('button', { name: 'Switch to the dark theme' }).waitFor();
    expect(await brightness()).toBeGreaterThan(192);
    await open('?theme=dark');
    expect(await brightness()).toBeLessThan(64);
  });

  it('fits a page of any width: nothing to scroll sideways, nothing on top of another', async () => {
    await page.setViewportSize({ width: 420, height: 900 });
    await open();
    for (const width of [420, 360, 768, 1024, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await settled(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const boxes = await page
        .locator('[data-embed-panel]')
        .evaluateAll((panels) => panels.map((one) => one.getBoundingClientRect().toJSON()));
      const overlaps = boxes.flatMap((a, i) =>
        boxes.slice(i + 1).filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
      );
      expect(overlaps).toEqual([]);
    }
  });

  it('can be used with the keyboard alone', async () => {
    await open();
    const name = (): Promise<string | null> =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
    const reach = async (wanted: string): Promise<void> => {
      for (let i = 0; i < 80 && (await name()) !== wanted; i++) await page.keyboard.press('Tab');
      expect(await name()).toBe(wanted);
    };
    await reach(`Menu for panel ${BY_STATE}`);
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Show as table' }).waitFor();
    const focused = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.textContent?.trim());
    for (let i = 0; i < 5 && (await focused()) !== 'Show as table'; i++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('table', { name: BY_STATE }).waitFor();
  });

  it('lets early warnings be sorted and followed with the keyboard alone', async () => {
    await page.goto(`${shop.address}/d/churnwatch-churn-risk`);
    await settled(page);
    const warnings = panel(page, 'Early warnings');
    const head = warnings.getByRole('columnheader', { name: 'At stake' });
    expect(await head.getAttribute('aria-sort')).toBe('none');
    await head.getByText('At stake').locator('xpath=ancestor::button').focus();
    await page.keyboard.press('Enter');
    await warnings.locator('[role=columnheader][aria-sort=ascending]').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('At stake');
    expect(await violations(page)).toEqual([]);
    await warnings.getByRole('link').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/d\/churnwatch-customer\?.*var-customer=/);
    await settled(page);
  });

  it.each(['dark', 'light'])('has nothing that axe objects to, %s', async (theme) => {
    await open(`?theme=${theme}`);
    expect(await violations(page)).toEqual([]);
  });

  it.each(['churnwatch-sales-outlook', 'churnwatch-churn-risk', 'churnwatch-model-card', 'churnwatch-customer'])(
    'draws the dashboard %s, and axe has nothing against it',
    async (uid) => {
      await page.goto(`${shop.address}/d/${uid}`);
      await settled(page);
      for (const one of await page.locator('[data-embed-panel]').allInnerTexts())
        expect(one).not.toMatch(/could not|does not draw/);
      expect(await violations(page)).toEqual([]);
    },
  );

  it('explains a panel, and axe has nothing against the explanation', async () => {
    await open();
    const states = panel(page, BY_STATE);
    await states.hover();
    await states.getByRole('button', { name: `Menu for panel ${BY_STATE}` }).click();
    await page.getByRole('menuitem', { name: 'Explain' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.waitFor();
    expect(await drawer.innerText()).toContain('Revenue by state');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
  });

  it('says so when there is no such dashboard', async () => {
    await page.goto(`${shop.address}/d/nothing`);
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('no dashboard with the id "nothing"');
    // That the server said 404 is what this test wants.
    troubles = troubles.filter((trouble) => !trouble.includes('404'));
  });
});
