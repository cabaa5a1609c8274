/* global document -- inside the page that is measured */
// What does an embedded panel cost its page? Sizes (gzip) of what each entry loads, and the time until something is seen.
//   node test/bench/embed.mjs [--address http://127.0.0.1:4680] [--runs 5]
// Without --address only the sizes, from the files that were built. Prints numbers; passes no judgement.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const { values: flags } = parseArgs({
  options: { address: { type: 'string' }, runs: { type: 'string', default: '5' } },
});
const folder = fileURLToPath(new URL('../../plugin/dist-embed/', import.meta.url));
const CHROMIUM = process.env.CHURNWATCH_CHROMIUM ?? '/usr/bin/chromium';
const DASHBOARD = 'churnwatch-executive-overview';

if (!existsSync(`${folder}embed.html`)) {
  console.error('Nothing is built yet: run node plugin/embed.build.mjs first.');
  process.exit(2);
}
const ms = (value) => `${Math.round(value).toString().padStart(6)} ms`;
const kb = (bytes) => `${(bytes / 1024).toFixed(0).padStart(6)} KB`;
const gzipped = (file) => gzipSync(readFileSync(`${folder}${file}`), { level: 9 }).length;

console.log('What each entry loads before it draws (gzip):');
for (const page of ['index.html', 'embed.html']) {
  const files = new Set(readFileSync(`${folder}${page}`, 'utf8').match(/assets\/[\w.-]+\.(?:js|css)\b/g));
  const bytes = [...files].filter((file) => existsSync(`${folder}${file}`)).map(gzipped);
  console.log(`${kb(bytes.reduce((sum, one) => sum + one, gzipped(page)))}  ${page}, ${bytes.length} files`);
}
console.log(`${kb(gzipped('churnwatch-panel.js'))}  churnwatch-panel.js`);

async function measure() {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
  console.log(
    `\nMedian of ${flags.runs} first visits, nothing kept: bytes over the wire, first paint, first panel drawn, all drawn.`,
  );
  for (const [name, path] of [
    ['one figure', `/embed/${DASHBOARD}/2`],
    ['the forecast', `/embed/${DASHBOARD}/9`],
    ['the segments', `/embed/${DASHBOARD}/13`],
    ['a table', `/embed/${DASHBOARD}/14`],
    ['the dashboard, embedded', `/embed/${DASHBOARD}`],
    ['the dashboard', `/d/${DASHBOARD}`],
  ]) {
    const visits = [];
    for (let i = 0; i < Number(flags.runs); i++) visits.push(await visit(browser, path));
    const median = (key) => visits.map((one) => one[key]).sort((a, b) => a - b)[visits.length >> 1];
    console.log(`${kb(median('bytes'))} ${ms(median('paint'))} ${ms(median('first'))} ${ms(median('drawn'))}  ${name}`);
  }
  await browser.close();
}

async function visit(browser, path) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  let bytes = 0;
  await session.send('Network.enable');
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  const began = Date.now();
  await page.goto(`${flags.address}${path}`);
  await page.locator('[data-embed-panel]').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[data-embed-panel] [aria-busy="false"]'));
  const first = Date.now() - began;
  await page.waitForFunction(() => !document.querySelector('[data-embed-panel] [aria-busy="true"]'));
  const drawn = Date.now() - began;
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0);
  await context.close();
  return { bytes, paint, first, drawn };
}

if (flags.address) await measure();
