import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe objects to on a page: rule and places. */
export async function violations(page: Page): Promise<string[]> {
  // Evaluated by the debugger: the page's own security policy lets no foreign script in.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe.source });
  const results = await page.evaluate(() =>
    // A tooltip stands beside everything, wherever its button is: that is Grafana's own.
    (window as unknown as { axe: { run(context: object): Promise<AxeResults> } }).axe.run({
      exclude: ['[role=tooltip]'],
    }),
  );
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
