import type { Browser, Page } from 'playwright-core';
import { WarehouseError } from '../../warehouse';
import { launchChromium } from './chromium';
import { escapeHtml } from './escape';
import type { Missing } from './missing';

export interface DrawOptions {
  chromium: string;
  /** Address of the report's page on this machine. */
  address: string;
  /** What the browser sends along with what it asks there. */
  headers: Readonly<Record<string, string>>;
  format: 'pdf' | 'png';
  /** Width of the page in px. */
  width: number;
  theme: 'light' | 'dark';
  /** BCP 47. */
  locale: string;
  /** What stands at the foot of each page of a PDF. */
  footer: string;
  /** Longest time (ms) until every panel has drawn: the first forecasts and scores take a while. */
  patienceMs: number;
}

/** A page that was drawn. */
export interface Drawn {
  data: Uint8Array;
  /** Panels that the page could not show, as it says itself. */
  missing: Missing[];
}

/** Time (ms) beyond the answers: loading the page and drawing. */
const DRAWING_MS = 60_000;
/** A4 at 96 dpi, in px. */
const A4 = { short: 794, long: 1_123 };
const CLEARLY_FEWER = 0.6;
const MARGIN = { side: 36, top: 36, bottom: 48 };

/**
 * The page as a PDF or PNG, drawn when every panel has.
 *
 * @throws WarehouseError when the browser does not start, or the page does not become ready
 */
export async function draw(options: DrawOptions): Promise<Drawn> {
  const browser = await launchChromium(options.chromium, new URL(options.address).hostname);
  try {
    const page = await openReport(browser, options);
    const missing = await missingOn(page);
    const data = options.format === 'png' ? await page.screenshot({ fullPage: true }) : await print(page, options);
    return { data, missing };
  } finally {
    await browser.close();
  }
}

/** What the page says that it lacks. */
function missingOn(page: Page): Promise<Missing[]> {
  return page.locator('[data-report-missing]').evaluateAll((items) =>
    items.map((item) => ({
      title: item.getAttribute('data-report-missing') ?? '',
      reason: item.getAttribute('data-reason') ?? '',
    })),
  );
}

async function openReport(browser: Browser, options: DrawOptions): Promise<Page> {
  const { address, headers, width, theme, locale, patienceMs } = options;
  const context = await browser.newContext({
    viewport: { width, height: 1_000 },
    deviceScaleFactor: 2,
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale,
    timezoneId: 'UTC',
    extraHTTPHeaders: headers,
  });
  const page = await context.newPage();
  const { origin } = new URL(address);
  await page.route(
    (url) => url.origin !== origin && /^https?:$/.test(url.protocol),
    (route) => route.abort(),
  );
  await page.goto(address);
  const ready = page.locator('html[data-report-ready]');
  const failed = page.locator('[data-frame-failed] [role="alert"]');
  try {
    await ready
      .or(failed)
      .first()
      .waitFor({ state: 'attached', timeout: patienceMs + DRAWING_MS });
  } catch (cause) {
    const hint = 'Is the machine very busy? Try again, or give it more time with --patience.';
    throw new WarehouseError('io', 'The report was not drawn in time.', hint, { cause });
  }
  if (await failed.count())
    throw new WarehouseError('io', await failed.innerText(), 'Open the dashboard with npm start.');
  return page;
}

async function print(page: Page, { width, footer }: DrawOptions): Promise<Uint8Array> {
  const paper = paperFor(width, await bandsOf(page));
  await page.emulateMedia({ media: 'screen' });
  // The page's own styles ask for paper without margins, which would win over what is asked for here.
  await page.addStyleTag({ content: `@page { margin: ${MARGIN.top}px ${MARGIN.side}px ${MARGIN.bottom}px; }` });
  return page.pdf({
    width: `${paper.width}px`,
    height: `${paper.height}px`,
    margin: {
      left: `${MARGIN.side}px`,
      right: `${MARGIN.side}px`,
      top: `${MARGIN.top}px`,
      bottom: `${MARGIN.bottom}px`,
    },
    scale: paper.scale,
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: footerTemplate(footer),
  });
}

/** Heights in px of the header and of each row of panels. */
async function bandsOf(page: Page): Promise<number[]> {
  const heights = await page
    .locator('main > header, [data-report-band]')
    .evaluateAll((bands) => bands.map((band) => band.getBoundingClientRect().height));
  return heights.map(Math.ceil);
}

/**
 * A4 across, or upright where a row of panels would not fit across, or upright pages are clearly fewer (three fifths at
 * most) and it takes more than two.
 *
 * @param width of the page's content in px
 * @param bands heights in px of what stands below each other and must not be cut
 */
export function paperFor(width: number, bands: readonly number[]): { width: number; height: number; scale: number } {
  const across = { width: A4.long, height: A4.short };
  const upright = { width: A4.short, height: A4.long };
  const scaleOf = (paper: { width: number }): number => Math.min(2, (paper.width - 2 * MARGIN.side) / width);
  const roomOn = (paper: typeof across): number => (paper.height - MARGIN.top - MARGIN.bottom) / scaleOf(paper);
  const isTooHigh = bands.some((band) => band > roomOn(across));
  const [pagesUpright, pagesAcross] = [pagesFor(bands, roomOn(upright)), pagesFor(bands, roomOn(across))];
  const isSparse = pagesAcross > 2 && pagesUpright <= CLEARLY_FEWER * pagesAcross;
  const paper = isTooHigh || isSparse ? upright : across;
  return { ...paper, scale: Math.max(0.1, scaleOf(paper)) };
}

/** How many pages bands take that are not cut. @param room height in px of what fits on a page */
function pagesFor(bands: readonly number[], room: number): number {
  let [pages, used] = [1, 0];
  for (const band of bands) {
    if (used > 0 && used + band > room) [pages, used] = [pages + 1, 0];
    used += band;
  }
  return pages;
}

/** In a grey that can be read on light and dark pages alike, and that is not made darker for the sake of ink. */
function footerTemplate(text: string): string {
  const style = `width:100%;margin:0 ${MARGIN.side}px;font:8px Inter,Helvetica,Arial,sans-serif;color:#7d8594;display:flex;-webkit-print-color-adjust:exact`;
  const pages = '<span class="pageNumber"></span> / <span class="totalPages"></span>';
  return `<div style="${style}"><span style="flex:1">${escapeHtml(text)}</span><span>${pages}</span></div>`;
}
