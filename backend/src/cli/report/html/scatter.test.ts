import { field } from '../testing/field';
import { scatterChart } from './scatter';

const by = (options: string) => ({ matcher: { id: 'byName', options } });
const OPTIONS = {
  series: [
    { name: { fixed: 'Came back' }, x: by('expected'), y: by('actual') },
    { name: { fixed: 'As expected' }, x: by('expected'), y: by('perfect') },
  ],
};
const FIELDS = [
  field('expected', { name: 'Expected', unit: 'percentunit', values: [0.01, 0.026, null] }),
  field('actual', { unit: 'percentunit', values: [0.007, 0.025, 0.02] }),
  field('perfect', { unit: 'percentunit', values: [0.01, 0.026, 0.03] }),
];

it('draws points by two measures, or a line where the panel has one', () => {
  const html = scatterChart(FIELDS, OPTIONS, ['perfect'], 'en') ?? '';
  const [dots] = /d="([^"]*)"[^>]*class="dots"/.exec(html) ?? [];
  expect(dots?.match(/M/g)).toHaveLength(2);
  expect(html).toMatch(/class="line dashed"/);
  expect([...html.matchAll(/<li>.*?<\/i>([^<]*)/g)].map(([, name]) => name)).toEqual(['Came back', 'As expected']);
});

it('names what stands across, and writes both axes in their unit', () => {
  const html = scatterChart(FIELDS, OPTIONS, [], 'en') ?? '';
  expect(html).toContain('<p class="across">Expected</p>');
  expect([...html.matchAll(/<span[^>]*>([^<]*)</g)].every(([, text]) => text?.endsWith('%'))).toBe(true);
});

it('is none where the options name no fields that there are', () => {
  expect(scatterChart([field('other')], OPTIONS, [], 'en')).toBeUndefined();
  expect(scatterChart(FIELDS, {}, [], 'en')).toBeUndefined();
});
