import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser } from './chromium';
import { settled } from './figures';
import { differenceOf, PICTURES, type Picture } from './pictures';
import { openShop, type Shop } from './shop';

const FOLDER = join(process.cwd(), '..', 'docs', 'pictures');
/** CHURNWATCH_PICTURES=write (`npm run pictures`): the pictures are taken anew instead of compared. */
const writes = process.env.CHURNWATCH_PICTURES === 'write';
/** How often a picture is taken before it counts as changed: a machine that is busy draws late. */
const TRIES = 3;

const gray = (shade: number, box?: { x: number; y: number; side: number }): Buffer => {
  const png = new PNG({ width: 100, height: 100 });
  for (let i = 0; i < png.data.length; i++) {
    const [x, y] = [(i >> 2) % 100, Math.floor((i >> 2) / 100)];
    const inBox = box && x >= box.x && x < box.x + box.side && y >= box.y && y < box.y + box.side;
    png.data[i] = inBox ? 255 - shade : shade;
  }
  return PNG.sync.write(png);
};

describe('the comparison of pictures', () => {
  it('takes equal pictures, and those a shade apart, as equal', () => {
    expect(differenceOf(gray(30), gray(30)).share).toBe(0);
    expect(differenceOf(gray(30), gray(40)).share).toBe(0);
  });

  it('overlooks a letter and sees a missing picture', () => {
    expect(differenceOf(gray(30), gray(30, { x: 5, y: 5, side: 4 })).share).toBe(0);
    const { share, map } = differenceOf(gray(30), gray(30, { x: 0, y: 0, side: 40 }));
    expect(share).toBeCloseTo(4 / 25);
    expect(map).toEqual(['##...', '##...', '.....', '.....', '.....']);
  });

  it('takes pictures of two sizes as different throughout', () => {
    expect(differenceOf(gray(30), PNG.sync.write(new PNG({ width: 10, height: 10 }))).share).toBe(1);
  });
});

describeInBrowser('it looks as it did', () => {
  let shop: Shop;
  let browser: Browser;

  beforeAll(async () => {
    [shop, browser] = await Promise.all([openShop(), launchBrowser()]);
    await trained();
    if (writes) mkdirSync(FOLDER, { recursive: true });
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await shop?.close();
  });

  async function trained(): Promise<void> {
    for (let tries = 0; tries < 200; tries++) {
      const status = (await (await fetch(`${shop.address}/api/status`)).json()) as { model?: { state: string } };
      if (status.model?.state === 'ready') return;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    throw new Error('no model was trained');
  }

  async function take({ dashboard, width, height, theme, language }: Picture): Promise<Buffer> {
    const page = await browser.newPage({
      viewport: { width, height },
      colorScheme: theme,
      reducedMotion: 'reduce',
      locale: language,
    });
    try {
      await page.goto(`${shop.address}/d/${dashboard}?lang=${language}`);
      await settled(page);
      return await page.screenshot({ animations: 'disabled' });
    } finally {
      await page.close();
    }
  }

  it.each(PICTURES.map((one) => [one.name, one] as const))('%s', async (name, picture) => {
    const path = join(FOLDER, `${name}.png`);
    if (writes) writeFileSync(path, await take(picture));
    let difference = differenceOf(await take(picture), readFileSync(path));
    const isChanged = (): boolean => difference.share > picture.mostDifferent;
    for (let tries = 1; tries < TRIES && isChanged(); tries++)
      difference = differenceOf(await take(picture), readFileSync(path));
    expect({ ...difference, isChanged: isChanged() }).toEqual({ ...difference, isChanged: false });
  });
});
