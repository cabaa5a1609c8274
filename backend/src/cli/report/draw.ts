import type { Browser, Page } from 'playwright-core';
import { WarehouseError } from '../../warehouse';
import { launchChromium } from './chromium';
import { escapeHtml } from './escape';
import type { Missing } from './missing';
import { fillPages, MARGIN, paperFor, type Band } from './paper';

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

/** Says that the page stands as it is to be printed. */
const READY = 'html[data-report-ready]';
/** Time (ms) beyond the answers: loading the page and drawing. */
const DRAWING_MS = 60_000;
/** What the page takes for its bands to be as high as the sheets want them; its detail is their heights by key. */
const FILL = 'churnwatch-fill';

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
  const ready = page.locator(READY);
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
  const bands = await bandsOf(page);
  const paper = paperFor(width, bands);
  await fill(page, fillPages(bands, paper.room));
  await page.emulateMedia({ media: 'screen' });
  // The page's own styles ask for paper without margins, which would win over what is asked for here.
  const color = await page.locator('body').evaluate((body) => body.style.backgroundColor);
  const margin = `margin: ${MARGIN.top}px ${MARGIN.side}px ${MARGIN.bottom}px`;
  // Margins would have a colour of the browser's own, another than the page's where that is dark.
  await page.addStyleTag({ content: `@page { ${margin}; background: ${color}; }` });
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

/** The header and each row of panels, with all that stands between it and the one before, such as a heading. */
async function bandsOf(page: Page): Promise<Band[]> {
  return page.locator('main > header, [data-report-band]').evaluateAll((elements) => {
    const bottoms = elements.map((element) => element.getBoundingClientRect().bottom);
    return elements.map((element, i) => {
      const height = Math.ceil((bottoms[i] ?? 0) - (bottoms[i - 1] ?? 0));
      const least = height - Number(element.getAttribute('data-report-gives'));
      const most = height + Number(element.getAttribute('data-report-takes'));
      return { key: element.getAttribute('data-report-band') ?? '', height, least, most };
    });
  });
}

/** Has the page draw its bands by so many px higher or lower, and waits until it has. */
async function fill(page: Page, bands: ReadonlyMap<string, number>): Promise<void> {
  await page.locator('html').evaluate(
    (root, { type, detail }) => {
      root.removeAttribute('data-report-ready');
      root.dispatchEvent(new CustomEvent(type, { detail }));
    },
    { type: FILL, detail: Object.fromEntries(bands) },
  );
  await page.locator(READY).waitFor({ state: 'attached' });
}

/** In a grey that can be read on light and dark pages alike, and that is not made darker for the sake of ink. */
function footerTemplate(text: string): string {
  const style = `width:100%;margin:0 ${MARGIN.side}px;font:8px Inter,Helvetica,Arial,sans-serif;color:#7d8594;display:flex;-webkit-print-color-adjust:exact`;
  const pages = '<span class="pageNumber"></span> / <span class="totalPages"></span>';
  return `<div style="${style}"><span style="flex:1">${escapeHtml(text)}</span><span>${pages}</span></div>`;
}
