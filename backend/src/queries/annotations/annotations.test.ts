import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_SETTINGS, EVENT_COLUMNS, startOf, type Frame } from '../../contract';
import { encodeArrow } from '../../frames';
import { Answerer } from '../answer';
import { askSampleShop, dayAt, noticesOf } from '../forecast/testing/asking';
import { rowsOf } from '../testing/shop';

const { ask, frameOf, rows, shop, forecaster } = askSampleShop();
const YEAR = { from: '2018-01-01', to: '2018-12-31' };

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'churnwatch-events-'));
  path = join(folder, 'campaigns.csv');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const titles = (frame: Frame) => rowsOf(frame).map(({ title }) => title);
const withFile = (text: string) => {
  writeFileSync(path, text);
  return { settings: { campaignsFile: path } };
};

describe('holidays', () => {
  it('of the country inside the range, as Grafana reads annotations', async () => {
    const frame = await frameOf(
      { kind: 'annotations', source: ['holidays'] },
      { from: '2018-04-20', to: '2018-05-01' },
    );
    expect(frame.meta?.type).toBe('table');
    expect(frame.fields.map(({ column }) => column.name)).toEqual([...EVENT_COLUMNS]);
    const found = rowsOf(frame);
    expect(found.map(({ time, title }) => [dayAt(time), title])).toEqual(
      [
        ['2018-04-21', "Tiradentes' Day"],
        ['2018-05-01', 'Labour Day'],
      ].map(([day, title]) => [day, expect.stringMatching(new RegExp(`^${title?.slice(0, 4)}`))]),
    );
    expect((Number(found[0]?.timeEnd) - Number(found[0]?.time)) / 1e6).toBeCloseTo(86_399_999, 3);
    expect(found[0]?.tags).toBe('holiday,BR');
    expect(new Set(found.map(({ id }) => id)).size).toBe(2);
  });

  it('of another country, none of one that nobody knows, with a notice', async () => {
    const german = await frameOf(
      { kind: 'annotations', source: ['holidays'] },
      { ...YEAR, settings: { country: 'DE' } },
    );
    expect(titles(german)).toContain('Whit Monday');
    const unknown = await frameOf(
      { kind: 'annotations', source: ['holidays'] },
      { ...YEAR, settings: { country: 'AQ' } },
    );
    expect(rowsOf(unknown).filter(({ tags }) => tags === 'holiday,AQ')).toEqual([]);
    expect(noticesOf(unknown)).toContain('holidays of the country "AQ" are not known');
  });

  it('of a range of many thousand years are those of the data and its forecasts', async () => {
    const answer = await new Answerer(shop().warehouse, DEFAULT_SETTINGS).answer({
      model: { kind: 'annotations', source: ['holidays'] },
      range: { from: -8.64e15, to: 8.64e15 },
      maxDataPoints: 0,
      fullIds: true,
    });
    const years = rowsOf(answer.frames[0]).map(({ time }) => Number(dayAt(time).slice(0, 4)));
    expect([Math.min(...years), Math.max(...years)]).toEqual([2016, expect.any(Number)]);
    expect(Math.max(...years)).toBeLessThanOrEqual(2021);
  });

  it('say why there are none after the data', async () => {
    const frame = await frameOf(
      { kind: 'annotations', source: ['holidays'] },
      { from: '2026-01-01', to: '2026-12-31' },
    );
    expect(rowsOf(frame)).toEqual([]);
    expect(noticesOf(frame)).toContain('Holidays are told from');
  });
});

describe('loads', () => {
  it('are told when they happened, with rows read and refused', async () => {
    const { builtAt, rowsRead, id } = shop().warehouse.generation;
    const day = builtAt.slice(0, 10);
    const found = await rows({ kind: 'annotations', source: ['loads'] }, { from: day, to: day });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ title: 'Sample data generated and loaded', id: `load-${id}`, timeEnd: null });
    expect(found[0]?.text).toContain(`${rowsRead.toLocaleString('en-US')} rows read`);
    expect(dayAt(found[0]?.time)).toBe(day);
    expect(String(found[0]?.tags)).toMatch(/^load,sample/);
  });

  it('are not moved into the days of the data', async () => {
    expect(await rows({ kind: 'annotations', source: ['loads'] }, YEAR)).toEqual([]);
  });
});

describe('anomalies', () => {
  it('are those of the sales forecast, and filters narrow them', async () => {
    const forecast = { kind: 'sales_forecast', view: 'anomalies', grain: 'day', measure: 'orders' };
    const anomalies = await rows(forecast);
    expect(anomalies.length).toBeGreaterThan(0);
    const events = await rows({ kind: 'annotations', source: ['anomalies'], measure: 'orders' });
    const common = ({ time, timeEnd, title, text }: Record<string, unknown>) => ({ time, timeEnd, title, text });
    expect(events.map(common)).toEqual(anomalies.map(common));
    expect(String(events[0]?.tags)).toMatch(/^anomaly,forecast,(high|low)$/);
    const filters = { state: ['SP'] };
    const narrowed = await rows({ kind: 'annotations', source: ['anomalies'], measure: 'orders', filters });
    expect(narrowed.map(common)).toEqual((await rows({ ...forecast, filters })).map(common));
  });

  it('alone fail with the reason; beside others they are missing, with a notice, until they can be told', async () => {
    const settings = { country: 'BR' };
    const alone = await ask({ kind: 'annotations', source: ['anomalies'] }, { ...YEAR, forecaster: undefined });
    expect(alone).toMatchObject({ status: 422, error: expect.stringMatching(/./) });
    const both = { kind: 'annotations', source: ['anomalies', 'holidays'] };
    const frame = await frameOf(both, { ...YEAR, settings, forecaster: undefined });
    expect(titles(frame)).toContain('Black Friday');
    expect(noticesOf(frame)).toContain('Anomalies are missing.');
    expect(frame.meta?.custom).toMatchObject({ incomplete: true });
  });
});

describe('campaigns', () => {
  it('that touch the range, with what cannot be read of the file in a notice', async () => {
    const file = withFile(
      'start;end;name;text;tags\n2017-12-20;2018-01-02;Across the year;;\n2018-03-01;;Mail;To all;mail\nlater;;Bad;;\n2019-01-01;;After;;\n',
    );
    const frame = await frameOf({ kind: 'annotations', source: ['campaigns'] }, { ...YEAR, ...file });
    expect(rowsOf(frame).map(({ title, text, tags }) => [title, text, tags])).toEqual([
      ['Across the year', 'Across the year', 'campaign'],
      ['Mail', 'To all', 'campaign,mail'],
    ]);
    expect(noticesOf(frame)).toContain('1 of 4 rows of campaigns.csv are left out. Line 4 has the start "later"');
  });

  it('name ten bad rows, and count the others', async () => {
    const frame = await frameOf(
      { kind: 'annotations', source: ['campaigns'] },
      { ...YEAR, ...withFile(`start,name\n${'soon,x\n'.repeat(12)}`) },
    );
    expect(noticesOf(frame)).toMatch(/12 of 12 rows .* Line 11 has .* And 2 more\./);
    expect(() => encodeArrow(frame)).not.toThrow();
  });

  it('are asked for again once the file has changed', async () => {
    const { settings } = withFile('start,name\n2018-03-01,Old\n');
    const answerer = new Answerer(shop().warehouse, { ...DEFAULT_SETTINGS, ...settings });
    const range = { from: startOf('2018-01-01'), to: startOf('2018-12-31') };
    const model = { kind: 'annotations', source: ['campaigns'] };
    const seen = async () => {
      const { frames } = await answerer.answer({ model, range, maxDataPoints: 0, fullIds: true });
      return rowsOf(frames[0]).map(({ title }) => title);
    };
    expect(await seen()).toEqual(['Old']);
    writeFileSync(path, 'start,name\n2018-03-01,New\n');
    utimesSync(path, new Date(), new Date('2030-01-01'));
    expect(await seen()).toEqual(['New']);
  });

  it('alone are an error where there is no file, and say what to do', async () => {
    const source = ['campaigns'];
    expect(await ask({ kind: 'annotations', source })).toMatchObject({
      status: 400,
      error: expect.stringContaining('an admin can name a CSV file'),
    });
    expect(await ask({ kind: 'annotations', source }, { settings: { campaignsFile: path } })).toMatchObject({
      status: 400,
      error: expect.stringContaining('there is no file campaigns.csv'),
    });
  });
});

describe('all events', () => {
  it('come in order of time; campaigns only where a file is named', async () => {
    const source: string[] = [];
    const tagsOf = (found: Record<string, unknown>[]) => new Set(found.map(({ tags }) => String(tags).split(',')[0]));
    const without = await frameOf({ kind: 'annotations', source }, YEAR);
    expect(tagsOf(rowsOf(without))).not.toContain('campaign');
    expect(noticesOf(without)).not.toContain('campaigns');
    const all = await rows({ kind: 'annotations' }, { ...YEAR, ...withFile('start,name\n2018-03-01,Mail\n') });
    expect(tagsOf(all)).toEqual(new Set(['anomaly', 'campaign', 'holiday']));
    const times = all.map(({ time }) => Number(time));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it.each([
    [{ source: ['alarms'] }, 'source cannot be "alarms"; known: alerts, anomalies, campaigns, holidays, loads'],
    [{ source: 7 }, 'source cannot be 7'],
    [{ measure: 'profit' }, 'measure cannot be "profit"'],
    [{ campaignsFile: '/etc/passwd' }, '"campaignsFile" is not a parameter of annotations'],
  ])('refuse %j', async (parameters, message) => {
    const answer = await ask({ kind: 'annotations', ...parameters });
    expect(answer).toMatchObject({ status: 400, error: expect.stringContaining(message) });
  });

  it('ask the forecaster for nothing when no anomalies are wanted', async () => {
    const before = forecaster.requests.length;
    await rows({ kind: 'annotations', source: ['holidays', 'loads'] }, { from: '2018-02-03', to: '2018-02-05' });
    expect(forecaster.requests).toHaveLength(before);
  });
});
