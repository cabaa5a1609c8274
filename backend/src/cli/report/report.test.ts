import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSavedDashboard, type Frame } from '../../contract';
import { numberColumn, textColumn, timeColumn } from '../../frames';
import type { Question } from '../../queries/question';
import { argumentsFor, findChromium } from './chromium';
import { contentOf, type ReportContent } from './content';
import { toCsv } from './csv';
import { toHtml } from './html/page';
import { checkOutput, formatOf, writeOutput } from './output';

const EVIL = '<script>alert("x")</script>';
const DAYS = [Date.UTC(2018, 0, 1), Date.UTC(2018, 0, 2), Date.UTC(2018, 0, 3)];

const dashboard = readSavedDashboard({
  uid: 'shop',
  title: 'Shop of $state',
  time: { from: '2018-01-01', to: '2018-02-01' },
  templating: {
    list: [
      { type: 'query', name: 'state', label: 'State', multi: true, includeAll: true, query: { kind: 'values' } },
      { type: 'query', name: 'said', query: { kind: 'headline' } },
    ],
  },
  panels: [
    {
      id: 1,
      type: 'text',
      title: 'Now',
      gridPos: { y: 0 },
      options: { content: '### **$said**\n\n<details>how</details>' },
    },
    {
      id: 2,
      type: 'stat',
      title: 'Revenue',
      gridPos: { y: 1 },
      targets: [{ kind: 'sales', filters: { state: ['$state'] } }],
    },
    { id: 3, type: 'timeseries', title: 'Days', gridPos: { y: 2 }, targets: [{ kind: 'sales' }] },
    { id: 4, type: 'bargauge', title: 'States', gridPos: { y: 3 }, targets: [{ kind: 'breakdown' }] },
    {
      id: 5,
      type: 'table',
      title: 'Customers',
      gridPos: { y: 4 },
      fieldConfig: {
        overrides: [
          { matcher: { id: 'byName', options: 'state' }, properties: [{ id: 'displayName', value: 'Home' }] },
          { matcher: { id: 'byName', options: 'secret' }, properties: [{ id: 'custom.hidden', value: true }] },
        ],
      },
      targets: [{ kind: 'customers' }],
    },
    { id: 6, type: 'stat', title: 'Broken', gridPos: { y: 5 }, targets: [{ kind: 'kpis' }] },
    { id: 7, type: 'stat', title: 'Empty', gridPos: { y: 6 }, targets: [{ kind: 'risk_history' }] },
  ],
});

const meta = { custom: { asOf: '2018-01-31', generation: 'g1', sample: true } };
const frame = (name: string, ...fields: Frame['fields']): Frame => ({ name, meta, fields });

const FRAMES: Readonly<Record<string, Frame>> = {
  headline: frame('headline', { column: textColumn('text', [`Revenue ${EVIL} fell.`]) }),
  sales: frame(
    'sales',
    { column: timeColumn('time', DAYS) },
    { column: numberColumn('revenue', [1_000.5, NaN, 2_000]), config: { unit: 'currencyBRL', displayName: 'Revenue' } },
  ),
  breakdown: frame(
    'breakdown',
    {
      column: textColumn('state', ['SP', EVIL]),
      config: { mappings: [{ type: 'value', options: { SP: { text: 'Sampa' } } }] },
    },
    { column: numberColumn('revenue', [75, 25]), config: { unit: 'currencyBRL' } },
  ),
  customers: frame(
    'customers',
    { column: textColumn('state', ['=1+1', 'a "b"', ...Array<string>(58).fill('RJ')]) },
    { column: textColumn('secret', Array<string>(60).fill('kept back')) },
    { column: numberColumn('share', Array<number>(60).fill(0.125)), config: { unit: 'percentunit' } },
  ),
};

const questions: Question[] = [];
const served = {
  status: () => ({ state: 'ready' as const }),
  answer: (question: Question) => {
    questions.push(question);
    const { kind } = question.model as { kind: string };
    const found = FRAMES[kind];
    if (kind === 'kpis') return Promise.resolve({ kind, status: 400, frames: [], error: `Not <now>.` });
    return Promise.resolve({ kind, status: 200, frames: found ? [found] : [] });
  },
};

const content = (chosen: Record<string, string[]> = {}, language: 'en' | 'pt-BR' = 'en'): Promise<ReportContent> =>
  contentOf(dashboard, { var: chosen }, { served, fullIds: false, language });

const onlyPanel = (panel: number): Promise<ReportContent> =>
  contentOf(
    { ...dashboard, panels: dashboard.panels.filter(({ id }) => id === panel) },
    { var: {}, panel },
    { served, fullIds: false, language: 'en' },
  );

beforeEach(() => {
  questions.length = 0;
});

describe('what a report holds', () => {
  it('is what the dashboard asks, with the values chosen, and ids as its reader may see them', async () => {
    const { title, filters, asOf, panels } = await content({ state: ['SP', 'RJ'] }, 'pt-BR');
    expect(title).toBe('Shop of SP + RJ');
    expect(filters).toEqual([['State', 'SP, RJ']]);
    expect(asOf).toBe('2018-01-31');
    expect(panels.map(({ errors }) => errors.length)).toEqual([0, 0, 0, 0, 0, 1, 0]);
    expect(questions).toHaveLength(7);
    expect(questions.find(({ model }) => JSON.stringify(model).includes('state'))).toMatchObject({
      model: { kind: 'sales', filters: { state: ['SP', 'RJ'] }, language: 'pt-BR' },
      range: { from: DAYS[0] },
      fullIds: false,
    });
  });
});

describe('a report as CSV', () => {
  it('has a section for each frame, with raw values and no formulas', async () => {
    const csv = toCsv(await content());
    expect(csv).toContain('SP,75');
    expect(csv).not.toContain('Sampa');
    expect(csv).toMatch(/^\uFEFFdashboard,Shop of All\r\nfrom,2018-01-01T00:00:00.000Z\r\n/);
    expect(csv).toContain(
      '\r\n\r\npanel,3,Days,A,sales\r\ntime,revenue\r\n2018-01-01T00:00:00.000Z,1000.5\r\n2018-01-02T00:00:00.000Z,\r\n',
    );
    expect(csv).toContain('state,secret,share\r\n\'=1+1,kept back,0.125\r\n"a ""b""",kept back,0.125\r\n');
    expect(csv).toContain('panel,1,Now,text\r\n"Revenue ');
    expect(csv).not.toContain('how');
    expect(csv).toContain('panel,6,Broken,error\r\nNot <now>.\r\n');
  });
});

describe('what a report lacks', () => {
  it('is said at its beginning, in its language', async () => {
    const english = await content();
    expect(english.missing).toEqual([{ title: 'Broken', reason: 'Not <now>.' }]);
    expect(toHtml(english)).toMatch(
      /<header>[\s\S]*This report lacks 1 of 7 panels:[\s\S]*<li>Broken: Not &lt;now&gt;\.<\/li>[\s\S]*<\/header>/,
    );
    expect(toHtml(await content({}, 'pt-BR'))).toContain('Faltam 1 de 7 partes deste relatório:');
    expect(toCsv(english)).toContain('sample,false\r\nmissing,Broken,Not <now>.\r\n\r\npanel,');
  });

  it('is not mentioned where it lacks nothing', async () => {
    const whole = await onlyPanel(3);
    expect(whole.missing).toEqual([]);
    expect(toHtml(whole)).not.toContain('class="missing"');
  });
});

describe('one panel as CSV', () => {
  it('is a table that any tool reads', async () => {
    const csv = toCsv(await onlyPanel(4));
    expect(csv).toBe(`\uFEFFstate,revenue\r\nSP,75\r\n${EVIL.replace(/"/g, '""').replace(/^|$/g, '"')},25\r\n`);
  });

  it('says what is wrong where there is no table', async () => {
    expect(toCsv(await onlyPanel(6))).toContain('missing,Broken,Not <now>.\r\n');
    expect(toCsv(await onlyPanel(7))).toContain('dashboard,Shop of All\r\n');
  });
});

describe('a report as HTML', () => {
  it('shows figures, lines, bars and tables in the dashboard’s words and units', async () => {
    const html = toHtml(await content(), undefined, Date.UTC(2018, 1, 2));
    expect(html).toContain('<b>R$ 2,000</b>');
    expect(html).toContain('role="img" aria-label="Revenue"');
    expect(html).toMatch(/<th scope="row">Sampa<\/th><td class="bar"><i style="width:100.0%">/);
    expect(html).toContain('<th scope="col">Home</th>');
    expect(html).not.toContain('kept back');
    expect(html).toContain('12.5%');
    expect(html).toContain('The first 50 of 60 rows.');
    expect(html).toContain('No data in this time range.');
    expect(html).toContain('customers judged as of Jan 31, 2018');
    expect(html).not.toContain('how</');
  });

  it('looks as its reader’s device, or as was asked, and is light on paper', async () => {
    const report = await content();
    expect(toHtml(report)).toContain('@media screen and (prefers-color-scheme: dark) { :root {');
    for (const theme of ['light', 'dark'] as const) {
      expect(toHtml(report, theme)).toContain(`:root { color-scheme: ${theme};`);
      expect(toHtml(report, theme)).not.toContain('prefers-color-scheme');
    }
  });

  it('shows of a long time the latest rows', async () => {
    const days = Array.from({ length: 60 }, (_, i) => Date.UTC(2018, 0, 1 + i));
    const fields = [
      { column: timeColumn('time', days) },
      {
        column: numberColumn(
          'n',
          days.map((_, i) => i),
        ),
      },
    ];
    const { panels, ...rest } = await onlyPanel(3);
    const html = toHtml({
      ...rest,
      panels: panels.map((panel) => ({ ...panel, frames: [frame('sales', ...fields)] })),
    });
    expect(html).toContain('<th scope="col">Date</th>');
    expect(html).toContain('The last 50 of 60 rows.');
    expect(html).toContain('Mar 1, 2018</td><td class="number" data-head="n">59</td>');
    expect(html).not.toContain('Jan 10, 2018</td>');
  });

  const shownBy = async (type: string, ...fields: Frame['fields']): Promise<string> => {
    const { panels, ...rest } = await onlyPanel(3);
    const changed = panels.map((one) => ({ ...one, panel: { ...one.panel, type }, frames: [frame('x', ...fields)] }));
    return toHtml({ ...rest, panels: changed });
  };

  it('shows of a list that begins with the latest its first rows', async () => {
    const days = Array.from({ length: 60 }, (_, i) => Date.UTC(2018, 0, 60 - i));
    const html = await shownBy('table', { column: timeColumn('created_at', days) });
    expect(html).toContain('The first 50 of 60 rows.');
    expect(html.indexOf('Mar 1, 2018</td>')).toBeLessThan(html.indexOf('Feb 1, 2018</td>'));
  });

  it('gives tables that need it the whole width, with all that stand beside them', async () => {
    const { panels, ...rest } = await onlyPanel(5);
    const placed = (x: number, y: number, columns: number) =>
      panels.map((one) => ({
        ...one,
        panel: { ...one.panel, gridPos: { x, y, w: 12, h: 8 }, fieldConfig: {} },
        frames: [
          frame('x', ...Array.from({ length: columns }, (_, n) => ({ column: numberColumn(`column_${n}`, [1e9]) }))),
        ],
      }));
    const html = toHtml({ ...rest, panels: [...placed(0, 0, 2), ...placed(12, 0, 12), ...placed(0, 8, 2)] });
    expect([...html.matchAll(/<section style="--w:(\d+)"/g)].map(([, width]) => Number(width))).toEqual([24, 24, 12]);
  });

  it('has no scripts, nothing from elsewhere, and colours of pictures only where it has these', async () => {
    const html = toHtml(await content());
    expect(html).not.toMatch(/<script|<link|<img|@import|url\((?!#)/);
    expect(html).not.toContain('--map-');
  });

  it('says by colours of which of several series the only bar of each row is', async () => {
    const html = await shownBy(
      'barchart',
      { column: textColumn('odds', ['0.5', '1.0']) },
      { column: numberColumn('high_risk', [7, null]), config: { displayName: 'High' } },
      { column: numberColumn('low_risk', [null, 9]), config: { displayName: 'Low' } },
    );
    expect([...html.matchAll(/<th scope="row">([^<]*)<\/th>.*?background:([^"]*)"/g)].map(([, ...bar]) => bar)).toEqual(
      [
        ['0.5', 'var(--s0)'],
        ['1.0', 'var(--s1)'],
      ],
    );
    expect([...html.matchAll(/color:([^"]*)"><\/i>([^<]*)/g)].map(([, ...mark]) => mark)).toEqual([
      ['var(--s0)', 'High'],
      ['var(--s1)', 'Low'],
    ]);
  });

  it('names the series beside each bar where a row has several', async () => {
    const html = await shownBy(
      'barchart',
      { column: textColumn('odds', ['0.5']) },
      { column: numberColumn('high_risk', [7]), config: { displayName: 'High' } },
      { column: numberColumn('low_risk', [9]), config: { displayName: 'Low' } },
    );
    expect([...html.matchAll(/<th scope="row">([^<]*)/g)].map(([, name]) => name)).toEqual(['0.5 (High)', '0.5 (Low)']);
  });

  it('shows of panels that choose their columns those by which somebody acts', async () => {
    const html = await shownBy(
      'churnwatch-churnscore-panel',
      { column: numberColumn('frequency', [1]) },
      { column: textColumn('action', ['Call']) },
      { column: textColumn('customer_id', ['abc…']) },
    );
    expect(html).toMatch(/customer_id<\/th><th scope="col">action<\/th><\/tr>/);
    expect(html).not.toContain('frequency');
  });

  it('speaks Portuguese, with its notation', async () => {
    const html = toHtml(await content({}, 'pt-BR'));
    expect(html).toContain('<html lang="pt-BR">');
    expect(html).toContain('R$ 2.000');
    expect(html).toContain('Não há dados neste período.');
  });

  it('runs nothing of what stands in the data, and asks for nothing elsewhere', async () => {
    const html = toHtml(await content({ state: [EVIL] }));
    expect(html).not.toContain('<script');
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/(src|href)=/);
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain('Not &lt;now&gt;.');
  });
});

describe('the file of a report', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'churnwatch-report-'));
  });

  afterEach(() => {
    chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(['a.pdf', 'b.PNG', '/x/c.html', 'd.e.csv'])('%s says its form', (name) => {
    expect(formatOf(name)).toBe(name.split('.').pop()?.toLowerCase());
  });

  it.each(['a', 'a.xlsx', 'pdf', '.'])('%s says none', (name) => {
    expect(() => formatOf(name)).toThrow('says no form');
  });

  it('is written over an older one, and nothing else is left', async () => {
    const file = join(folder, 'r.csv');
    writeFileSync(file, 'old');
    await writeOutput(file, 'new');
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['r.csv']);
  });

  it('is not begun where it cannot be written, and leaves nothing half done', async () => {
    await expect(checkOutput(join(folder, 'missing', 'r.csv'))).rejects.toMatchObject({ code: 'io' });
    writeFileSync(join(folder, 'file'), '');
    await expect(checkOutput(join(folder, 'file', 'r.csv'))).rejects.toThrow('There is no folder');
    mkdirSync(join(folder, 'r.csv'));
    await expect(writeOutput(join(folder, 'r.csv'), 'new')).rejects.toMatchObject({ code: 'io' });
    expect(readdirSync(folder).sort()).toEqual(['file', 'r.csv']);
  });

  it('knows a folder that this user cannot write to', async () => {
    if (process.getuid?.() === 0) return expect(checkOutput(join(folder, 'r.csv'))).resolves.toBeUndefined();
    chmodSync(folder, 0o500);
    await expect(checkOutput(join(folder, 'r.csv'))).rejects.toThrow('cannot be written to');
  });

  it('is drawn by the Chromium that is named, or that is on the path; without one it is said how to get one', () => {
    const chromium = join(folder, 'chromium');
    expect(() => findChromium(chromium, {})).toThrow(`There is no Chromium at ${chromium}`);
    expect(existsSync(chromium)).toBe(false);
    writeFileSync(chromium, '');
    expect(findChromium(chromium, {})).toBe(chromium);
    expect(findChromium(undefined, { CHURNWATCH_CHROMIUM: chromium })).toBe(chromium);
    expect(findChromium(undefined, { PATH: `/nowhere:${folder}` })).toBe(chromium);
  });

  it('is drawn inside the browser’s sandbox, but for root', () => {
    expect(argumentsFor(1_000)).not.toContain('--no-sandbox');
    expect(argumentsFor(undefined)).not.toContain('--no-sandbox');
    expect(argumentsFor(0)).toContain('--no-sandbox');
    const reached = (host?: string) => argumentsFor(0, host).find((one) => one.includes('NOTFOUND'));
    expect(reached()).toBe('--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1');
    expect(reached('churn.example.com')).toMatch(/EXCLUDE churn\.example\.com$/);
  });
});
