import { field, moments, texts } from '../testing/field';
import { listRules, tableOf } from './table';

const rowsIn = (html: string): number => [...html.matchAll(/<tr><td/g)].length;

it('needs more width the more its columns hold that cannot be broken', () => {
  const narrow = tableOf([texts('state', ['SP']), field('orders')], 'en').leastWidth;
  const wide = tableOf([texts('state', ['SP']), field('orders', { values: [123_456_789] })], 'en').leastWidth;
  const sentence = 'This customer has bought nothing for more than half a year.';
  expect(wide).toBeGreaterThan(narrow);
  expect(tableOf([texts('reason', [sentence])], 'en').leastWidth).toBeLessThan(sentence.length * 5);
});

it('becomes a list of rows, with the names of its columns, exactly where it is wider than its room', () => {
  const { html, leastWidth } = tableOf([texts('state', ['SP'], { name: 'Home' }), field('orders')], 'en');
  const rules = listRules(html);
  const [, width] = /@container \(max-width: (\d+)px\)/.exec(rules) ?? [];
  expect(Number(width) + 1).toBeGreaterThanOrEqual(leastWidth);
  expect(Number(width)).toBeLessThan(leastWidth + 10);
  expect(html).toContain('<td data-head="Home">SP</td>');
  expect(rules).toContain('content: attr(data-head)');
});

it('has rules only for tables that there are', () => {
  expect(listRules('<p>none</p>')).toBe('');
});

it('escapes what it repeats for the list', () => {
  const { html } = tableOf([texts('x', ['"><script>'], { name: '"><i>' })], 'en');
  expect(html).not.toMatch(/<script>|<i>/);
});

it('folds away all but some rows of a long list, and says how many', () => {
  const [short, long] = [30, 40].map((length) => tableOf([texts('id', Array<string>(length).fill('a'))], 'en').html);
  expect(short).not.toContain('<details>');
  expect(rowsIn(short ?? '')).toBe(30);
  const [seen = '', rest = ''] = (long ?? '').split('<details>');
  expect([rowsIn(seen), rowsIn(rest)]).toEqual([15, 25]);
  expect(rest).toContain('<summary>25 further rows</summary>');
});

it('leaves the latest rows of a long history to be seen', () => {
  const days = Array.from({ length: 40 }, (_, day) => Date.UTC(2018, 0, day + 1));
  const [seen] = tableOf([moments(days)], 'en').html.split('<details>');
  expect(seen).toContain('Feb 9, 2018');
  expect(seen).not.toContain('Jan 1, 2018');
});

it('writes cents in all of a column of money or in none', () => {
  const cells = (values: number[]) =>
    [...tableOf([field('paid', { unit: 'currencyBRL', values })], 'en').html.matchAll(/>(R\$[^<]*)</g)].map(
      ([, text]) => text,
    );
  expect(cells([51_316, 506.14])).toEqual(['R$ 51,316', 'R$ 506']);
  expect(cells([51.5, 506.14])).toEqual(['R$ 51.50', 'R$ 506.14']);
});
