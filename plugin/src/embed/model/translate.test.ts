import { translateDashboard } from '@contract';
import { readdirSync, readFileSync } from 'fs';
import path from 'path';
import portuguese from '../locales/dashboards.pt-BR.json';

const FOLDER = path.join(__dirname, '../../../../dashboards');
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
const TEXTS: Record<string, string> = portuguese;

/** Every text that would be translated, found by what a translation into "§" changes. */
function textsIn(json: unknown): string[] {
  const found = new Set<string>();
  const recording = new Proxy<Record<string, string>>({}, { get: (_, text) => void found.add(String(text)) });
  translateDashboard(json, recording);
  return [...found];
}

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8'));

/** Texts that say something in one language only. */
const isForPeople = (text: string) =>
  /[A-Za-z]{2}/.test(text.replace(/\$\{?\w+\}?/g, '')) && !/^\w+:|^[a-z_]+$/.test(text);

describe('translating a dashboard', () => {
  it('changes what people read, and nothing that is asked', () => {
    const json = {
      title: 'Revenue',
      panels: [
        { title: 'Other', targets: [{ title: 'Revenue' }], properties: [{ id: 'displayName', value: 'Revenue' }] },
      ],
    };
    expect(translateDashboard(json, { Revenue: 'Receita' })).toEqual({
      title: 'Receita',
      panels: [
        { title: 'Other', targets: [{ title: 'Revenue' }], properties: [{ id: 'displayName', value: 'Receita' }] },
      ],
    });
  });

  it('changes the names of axes, wherever they are set', () => {
    const names = (axisLabel: string) => ({
      defaults: { custom: { axisLabel } },
      overrides: [{ properties: [{ id: 'custom.axisLabel', value: axisLabel }] }],
    });
    expect(translateDashboard(names('Customers'), { Customers: 'Clientes' })).toEqual(names('Clientes'));
  });

  it('changes what stands in a box that people write into, and no other value that is chosen', () => {
    const box = (text: string) => ({
      type: 'textbox',
      query: text,
      current: { selected: true, text, value: text },
      options: [{ selected: true, text, value: text }],
    });
    const list = { type: 'query', query: 'Revenue', current: { text: 'Revenue', value: 'Revenue' } };
    expect(translateDashboard([box('Revenue'), box('5a1c'), list], { Revenue: 'Receita' })).toEqual([
      box('Receita'),
      box('5a1c'),
      list,
    ]);
  });

  it.each([null, 1, 'Revenue', []])('leaves %j as it is', (json) => {
    expect(translateDashboard(json, { Revenue: 'Receita' })).toEqual(json);
  });
});

it.each(FILES)('%s has its titles, labels, descriptions and explanations in Portuguese', (file) => {
  const json = read(file);
  const missing = textsIn(json).filter((text) => isForPeople(text) && !(text in TEXTS));
  expect(missing).toEqual([]);
});

it('has no text that no dashboard uses', () => {
  const used = new Set(FILES.flatMap((file) => textsIn(read(file))));
  expect(Object.keys(TEXTS).filter((text) => !used.has(text))).toEqual([]);
});
