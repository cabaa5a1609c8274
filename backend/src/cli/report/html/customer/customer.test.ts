import type { Frame } from '../../../../contract';
import { numberColumn, textColumn, timeColumn } from '../../../../frames';
import { customerBody } from './index';

const REASONS = {
  feature: ['base', 'recency_days', 'price', 'city_index', 'rest'],
  label: ['Average customer', 'Days since the last order', 'Average price', 'Repeat index', 'Rest'],
  unit: ['share', 'days', 'money', 'index', 'count'],
  sentence: ['Where every score starts.', 'Last order 333 days ago.', 'Buys at R$ 1,680.', '', ''],
};

const money = (key: string, name: string, value: number) => ({
  column: numberColumn(key, [value]),
  config: { displayNameFromDS: name, unit: 'currencyBRL', decimals: 2 },
});

const FRAMES: Frame[] = [
  {
    name: 'churn_score',
    fields: [
      { column: textColumn('customer_id', ['0a0a9211…']) },
      { column: textColumn('state', ['RJ']) },
      { column: textColumn('city', ['rio de janeiro']) },
      { column: textColumn('segment', ['Hibernating']) },
      { column: textColumn('band', ['high']) },
      { column: numberColumn('churn_probability', [0.9915]) },
      { column: numberColumn('horizon_days', [180]) },
      { column: numberColumn('recency_days', [333]) },
      { column: numberColumn('recency_percentile', [0.268]) },
      { column: numberColumn('monetary_percentile', [0.9999]) },
      { column: numberColumn('monetary_segment_percentile', [0.0001]) },
      { column: textColumn('action', ['One last offer']) },
      { column: textColumn('sentence', ['85 of 10,000 <customers> like this one are expected to buy again.']) },
      money('revenue_at_risk', 'Revenue at risk', 9_029.8),
    ],
  },
  {
    name: 'reasons',
    fields: [
      ...Object.entries(REASONS).map(([key, values]) => ({ column: textColumn(key, values) })),
      { column: numberColumn('value', [null, 333, 1_680, 1.232, 8]) },
      { column: numberColumn('typical', [null, 120, 78.99, null, 1]) },
      { column: numberColumn('contribution', [0.9884, 0.0033, -0.0008, 0.0004, 0.0002]) },
    ],
  },
  {
    name: 'score_history',
    fields: [
      { column: timeColumn('time', [Date.UTC(2018, 0, 31), Date.UTC(2018, 1, 28)]) },
      { column: numberColumn('churn_probability', [0.97, 0.99]), config: { displayNameFromDS: 'Churn probability' } },
      { column: numberColumn('base_rate', [0.98, 0.98]), config: { displayNameFromDS: 'Base rate' } },
    ],
  },
];

const body = (options = {}, language: 'en' | 'pt-BR' = 'en', frames = FRAMES): string =>
  customerBody(frames, options, language) ?? '';
const headsIn = (html: string): string[] =>
  [...html.matchAll(/<th scope="col"[^>]*>([^<]*)/g)].map(([, head]) => head ?? '');
/** The rows of the table of reasons: texts of their cells, without pictures. */
const reasonsIn = (html: string): string[][] => {
  const [, table = ''] = /<p class="facts">[^<]*<\/p><table[^>]*>.*?<tbody>(.*?)<\/tbody>/s.exec(html) ?? [];
  return [...table.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<td(?: class="number")? data-head="[^"]*">([^<]*)/g)].map(([, cell]) => cell ?? ''),
  );
};

it('says the answer first, and escapes it', () => {
  const html = body();
  expect(html).toContain('▲ High risk</b> 0a0a9211… · Hibernating · Rio de Janeiro, RJ');
  expect(html).toContain('85 of 10,000 &lt;customers&gt; like this one');
});

it('tells the reasons in the panel’s words and units, with points that add up to the score', () => {
  expect(reasonsIn(body({ reasonCount: 2 }))).toEqual([
    ['Average customer', '', '', '98.84%', ''],
    ['Days since the last order', '333 days', '120 days', '+0.33', 'Last order 333 days ago.'],
    ['Average price', 'R$ 1,680.00', 'R$ 78.99', '−0.08', 'Buys at R$ 1,680.'],
    ['All 2 others', '', '', '+0.06', ''],
    ['This customer', '', '', '99.15%', ''],
  ]);
});

it('shows no raw key, in either language', () => {
  const [english, portuguese] = [headsIn(body()), headsIn(body({}, 'pt-BR'))];
  expect(english).toEqual(expect.arrayContaining(['Feature', 'Customer', 'Typical', 'Points', 'In words']));
  expect(portuguese).toEqual(expect.arrayContaining(['Característica', 'Cliente', 'Típico', 'Pontos', 'Em palavras']));
  expect(portuguese.filter((head) => head !== '' && english.includes(head))).toEqual([]);
  expect(body() + body({}, 'pt-BR')).not.toMatch(/>[a-z]+_[a-z_]+</);
});

it('says of values that are not known that they are not, and of others in four digits of the reader’s notation', () => {
  const [, , , index] = reasonsIn(body({}, 'pt-BR'));
  expect(index).toEqual(['Repeat index', '1,232', 'desconhecido', '+0,04', '']);
});

it('says of nobody that he is better than all or none where a few are left', () => {
  const html = body();
  expect(html).toContain('>27%<');
  expect(html).toContain('>over 99%<');
  expect(html).toContain('>under 1%<');
});

it('draws past scores beside the average customer’s', () => {
  expect(body()).toContain('aria-label="Churn probability, Average customer"');
});

it('has the parts that the panel has', () => {
  const html = body({ sections: ['action'] });
  expect(html).toContain('One last offer');
  expect(html).not.toContain('Why this score');
  expect(html).not.toContain('Past scores');
});

it('leaves out what the answer does not hold', () => {
  const [score] = FRAMES;
  const html = body({}, 'en', score ? [score] : []);
  expect(html).not.toContain('Why this score');
  expect(html).not.toContain('Past scores');
});

it('is none of a list of customers', () => {
  expect(customerBody([{ name: 'churn_scores', fields: [] }], {}, 'en')).toBeUndefined();
});
