import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { browserPath, describeInBrowser, launchBrowser } from './chromium';
import { OVERVIEW_TITLE } from './overview';
import { COMMAND, openShop, type Shop } from './shop';

const DASHBOARD = 'churnwatch-executive-overview';

describeInBrowser('other pages and files', () => {
  let shop: Shop;
  let browser: Browser;
  let portal: Server;
  let page: Page;
  let body = '';
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'churnwatch-portal-'));
    portal = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(body));
    await new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', resolve));
    [shop, browser] = await Promise.all([
      openShop('--embed-origin', origin(), '--secret-file', join(folder, 'secret')),
      launchBrowser(),
    ]);
  });

  afterAll(async () => {
    await browser?.close();
    await shop?.close();
    portal?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 900, height: 800 } });
  });

  afterEach(() => page.close());

  const origin = (): string => `http://127.0.0.1:${(portal.address() as AddressInfo).port}`;

  const run = (...args: string[]): { code: number | null; out: string; err: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], { encoding: 'utf8' });
    return { code: status, out: stdout.trim(), err: stderr };
  };

  const report = (name: string, ...more: string[]) =>
    run(
      'report',
      '--dashboard',
      DASHBOARD,
      '--data',
      shop.files,
      '--warehouse',
      shop.warehouse,
      '--out',
      join(folder, name),
      ...more,
    );

  /** Opens a page of another origin with this element in it; returns what it tells. */
  const embed = async (attributes: string, address = origin()): Promise<string> => {
    body = `<!doctype html><html lang="en"><title>Portal</title><body>
      <script>
        for (const name of ['ready', 'error'])
          addEventListener('churnwatch-' + name, ({ detail }) => (document.title = name + ': ' + (detail.title ?? detail.message)));
      </script>
      <churnwatch-panel ${attributes}></churnwatch-panel>
      <script src="${shop.address}/embed/churnwatch-panel.js"></script></body></html>`;
    await page.goto(address);
    await page.waitForFunction(() => document.title !== 'Portal');
    return page.title();
  };

  it('shows a panel in a page of another site, in a frame as high as the panel, with its title', async () => {
    expect(await embed(`src="${shop.address}" dashboard="${DASHBOARD}" panel="13" theme="light"`)).toMatch(/^ready: /);
    const element = page.locator('churnwatch-panel');
    const frame = page.frameLocator('iframe');
    const panel = frame.locator('[data-embed-panel]');
    expect(await panel.count()).toBe(1);
    const [outer, inner] = [await element.boundingBox(), await panel.boundingBox()];
    expect(Math.abs((outer?.height ?? 0) - (inner?.height ?? -99))).toBeLessThanOrEqual(2);
    expect(`ready: ${await page.locator('iframe').getAttribute('title')}`).toBe(await page.title());
  });

  it('shows what a signed link shows, and says why it shows nothing once that was changed', async () => {
    const args = ['link', '--dashboard', DASHBOARD, '--panel', '3', '--var', 'state=SP'];
    const { out } = run(...args, '--base', shop.address, '--secret-file', join(folder, 'secret'));
    expect(await embed(`link="${out.replaceAll('&', '&amp;')}"`)).toMatch(/^ready: Orders/);
    expect(await embed(`link="${out.replaceAll('&', '&amp;')}x"`)).toContain('error: This link is not valid');
  });

  it('stays out of pages of sites that nobody has named', async () => {
    body = `<iframe src="${shop.address}/embed/${DASHBOARD}/3"></iframe>`;
    const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
    await page.goto(origin().replace('127.0.0.1', 'localhost'));
    expect((await refused).text()).toMatch(/refused|blocked/);
  });

  it('is written to files: pages, pictures, a page by itself, numbers', () => {
    const chromium = ['--chromium', browserPath()];
    expect(report('r.pdf', ...chromium)).toMatchObject({ code: 0, out: join(folder, 'r.pdf') });
    expect(report('r.png', '--width', '800', ...chromium).code).toBe(0);
    expect(report('r.html', '--lang', 'pt-BR').code).toBe(0);
    expect(report('r.csv', '--var', 'state=SP').code).toBe(0);
    expect(readFileSync(join(folder, 'r.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(readFileSync(join(folder, 'r.png')).readUInt32BE(16)).toBe(1_600);
    expect(readFileSync(join(folder, 'r.html'), 'utf8')).toContain('<html lang="pt-BR">');
    expect(readFileSync(join(folder, 'r.csv'), 'utf8')).toContain(`dashboard,${OVERVIEW_TITLE}\r\n`);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  }, 600_000);

  it('is drawn by the server that runs, which has done the work already', () => {
    const served = ['--server', shop.address, '--chromium', browserPath()];
    const asked = run('report', '--dashboard', DASHBOARD, '--panel', '3', ...served, '--out', join(folder, 's.png'));
    expect(asked).toMatchObject({ code: 0, out: join(folder, 's.png'), err: '' });
    expect(readFileSync(join(folder, 's.png')).readUInt32BE(16)).toBe(2_240);
  }, 600_000);

  it('as a report says at its beginning what it lacks, and has no buttons', async () => {
    await page.route('**/api/query', async (route) => {
      const { queries } = route.request().postDataJSON() as { queries: { refId: string; kind: string }[] };
      if (!queries.some(({ kind }) => kind === 'sales_forecast')) return route.continue();
      const failed = queries.map(({ refId }) => [refId, { status: 422, frames: [], error: 'Not ready in time.' }]);
      return route.fulfill({ json: { results: Object.fromEntries(failed) } });
    });
    await page.goto(`${shop.address}/embed/${DASHBOARD}?report=1&lang=en`);
    await page.locator('html[data-report-ready]').waitFor({ state: 'attached', timeout: 60_000 });
    const note = page.locator('main > header [role=note]');
    expect(await note.innerText()).toMatch(
      /^This report lacks 1 of \d+ panels:\s+Revenue and forecast: Not ready in time\.$/,
    );
    expect(await page.locator('[data-report-missing]').count()).toBe(1);
    expect(await page.locator('[data-screen-only]:visible').count()).toBe(0);
  }, 120_000);

  it.each([
    ['a form that there is not', ['r.xlsx'], 2, 'says no form'],
    ['a folder that there is not', ['none/r.csv'], 4, 'There is no folder'],
    ['a browser that there is not', ['r.pdf', '--chromium', '/nowhere/chromium'], 7, 'There is no Chromium'],
    ['a variable that there is not', ['r.csv', '--var', 'planet=Mars'], 2, 'has no variable "planet"'],
  ])('is not written with %s', (_, [name = '', ...more], code, words) => {
    const { code: actual, err } = report(name, ...more);
    expect(actual).toBe(code);
    expect(err).toContain(words);
  });
});
