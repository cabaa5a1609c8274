import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, launchBrowser } from './chromium';
import { asking, choose, figureIn, panel, settled } from './figures';
import { OVERVIEW, pictureTitle, placeOf, type Place } from './overview';
import { openShop, type Shop } from './shop';
import { figuresIn, revenueByState, type Figures } from './truth';

const PLACES: Record<keyof Figures, Place> = {
  revenue: placeOf('revenue'),
  orders: placeOf('orders'),
  customers: placeOf('active_customers'),
  averageOrder: placeOf('average_order_value'),
  repeatRate: placeOf('repeat_purchase_rate'),
  churnedShare: placeOf('churned_share'),
  reviewScore: placeOf('review_score'),
  onTime: placeOf('on_time_share'),
};
const BY_STATE = pictureTitle('bargauge', 'breakdown', 'state');

describeInBrowser('its figures are those of the files', () => {
  let shop: Shop;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [shop, browser] = await Promise.all([openShop(), launchBrowser()]);
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  });

  afterAll(async () => {
    await browser?.close();
    await shop?.close();
  });

  const open = async (query: string): Promise<void> => {
    await page.goto(`${shop.address}${OVERVIEW}?${query}`);
    await settled(page);
  };

  const expectShown = async (truth: Partial<Figures>): Promise<void> => {
    for (const [key, expected] of Object.entries(truth)) {
      const { text, value, rounding } = await figureIn(page, PLACES[key as keyof Figures]);
      // The small addition covers ties, and binary numbers that are not exactly decimal.
      const near = Math.abs(value - expected) <= rounding * 1.001;
      expect({ key, text, expected, near }).toEqual({ key, text, expected, near: true });
    }
  };

  it.each([
    ['three quarters', { from: '2017-07-01', to: '2018-03-31' }],
    ['one month', { from: '2018-02-01', to: '2018-02-28' }],
  ])('all eight, for %s', async (_, days) => {
    await open(`from=${days.from}&to=${dayAfter(days.to)}`);
    const truth = await figuresIn(shop.files, days);
    expect(truth.orders).toBeGreaterThan(10);
    await expectShown(truth);
  });

  it('after a choice of states and of another time range, by hand', async () => {
    const days = { from: '2017-01-01', to: '2018-06-30' };
    await open(`from=${days.from}&to=${dayAfter(days.to)}`);
    const everywhere = await figureIn(page, PLACES.revenue);
    const [[first], [second]] = (await revenueByState(shop.files, days)) as [[string, number], [string, number]];
    await choose(page, 'State', first);
    await choose(page, 'State', second);
    const {
      repeatRate: _,
      churnedShare: __,
      ...there
    } = await figuresIn(shop.files, { ...days, states: [first, second] });
    expect(there.revenue).toBeLessThan(everywhere.value);
    await expectShown(there);

    await page.getByRole('button', { name: /^Time range selected/ }).click();
    await page.getByLabel('From').fill('2018-01-01 00:00:00');
    await page.getByLabel('To', { exact: true }).fill('2018-03-31 23:59:59');
    await asking(page, () => page.getByRole('button', { name: 'Apply time range' }).click());
    const later = await figuresIn(shop.files, { from: '2018-01-01', to: '2018-03-31', states: [first, second] });
    const { repeatRate: _a, churnedShare: _b, ...thereLater } = later;
    await expectShown(thereLater);
  });

  it('bars, exactly, in the file that a panel gives', async () => {
    const days = { from: '2017-01-01', to: '2018-06-30' };
    await open(`from=${days.from}&to=${dayAfter(days.to)}`);
    const states = panel(page, BY_STATE);
    await states.hover();
    await states.getByRole('button', { name: `Menu for panel ${BY_STATE}` }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Download CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^[a-z0-9-]+\.csv$/);
    const text = await readAll(await download.createReadStream());
    const rows = text
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(','));
    const truth = await revenueByState(shop.files, days);
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.map(([state, revenue]) => [state, Number(revenue)])).toEqual(
      truth.slice(0, rows.length).map(([state, revenue]) => [state, expect.closeTo(revenue, 2)]),
    );
  });
});

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  const parts: string[] = [];
  for await (const part of stream) parts.push(part.toString());
  return parts.join('');
}
