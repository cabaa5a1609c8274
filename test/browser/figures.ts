import type { Locator, Page } from 'playwright-core';
import type { Place } from './overview';

const FIGURE = /^(-?)(?:R\$\s?)?([\d,]+(?:\.(\d+))?)\s?(k|M|%)?$/;
const SCALE: Record<string, number> = { k: 1e3, M: 1e6, '%': 0.01 };

export interface ShownFigure {
  text: string;
  value: number;
  /** Half of what the last digit shown counts. */
  rounding: number;
}

/** A panel by its title. */
export function panel(page: Page, title: string): Locator {
  return page.getByRole('region', { name: title, exact: true });
}

/** A big number, read as a person would. @throws Error when the panel does not show it */
export async function figureIn(page: Page, { title, index }: Place): Promise<ShownFigure> {
  const lines = (await panel(page, title).innerText()).split('\n').map((line) => line.trim());
  const text = lines.filter((line) => FIGURE.test(line))[index];
  const found = text === undefined ? null : FIGURE.exec(text);
  if (!found || text === undefined)
    throw new Error(`"${title}" shows no figure ${index + 1}, but: ${lines.join(' | ')}`);
  const [, sign, digits = '', decimals = '', unit = ''] = found;
  const scale = SCALE[unit] ?? 1;
  const value = Number(`${sign}${digits.replaceAll(',', '')}`) * scale;
  return { text, value, rounding: (scale * 10 ** -decimals.length) / 2 };
}

/** Waits until every panel shows the answer to what it asked. */
export async function settled(page: Page): Promise<void> {
  await page.locator('[data-embed-panel]').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('[data-embed-panel] [aria-busy="true"]'));
}

/** Does what makes the panels ask anew, and waits until they show the answers. */
export async function asking(page: Page, act: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForResponse((response) => response.url().endsWith('/api/query')), act()]);
  await settled(page);
}

/** Adds a value to a filter, by typing its beginning: the list shows no more entries than fit. */
export async function choose(page: Page, filter: string, value: string): Promise<void> {
  await page.getByRole('combobox', { name: filter }).fill(value);
  await asking(page, () => page.getByRole('option', { name: value }).click());
  await page.keyboard.press('Escape');
}
