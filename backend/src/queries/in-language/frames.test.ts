import { LANGUAGES, readColumn, RISK_WATCH_FIGURES, type Frame, type Language } from '../../contract';
import { numberColumn, textColumn } from '../../frames';
import { fakeModel } from '../churn/testing/fake-model';
import { fakeScorer } from '../churn/testing/fake-scorer';
import { fakeForecaster } from '../forecast/testing/fake-forecaster';
import { sampleShop, type AskOptions, type Shop } from '../testing/shop';
import { framesIn, portugueseName } from './frames';
import { VALUE_TEXTS } from './value-texts';

let shop: Shop;
beforeAll(async () => {
  shop = await sampleShop();
}, 60_000);
afterAll(() => shop.close());

const scorer = fakeScorer(fakeModel({}));
const RANGE = { from: '2018-01-01', to: '2018-06-30' };

async function framesOf(model: object): Promise<Frame[]> {
  const { frames, error } = await shop.ask(model, { scorer, ...RANGE });
  expect(error).toBeUndefined();
  return frames;
}

const namesOf = (frames: readonly Frame[]): (string | undefined)[] =>
  frames.flatMap(({ fields }) => fields.map(({ config }) => config?.displayNameFromDS));

/** Names that are the same in both languages. */
const SAME = ['ROC-AUC', 'PR-AUC', 'Log loss', 'Lift', 'Latitude', 'Longitude'];
/** Names that are data: of states and categories, and of the periods of a heat map. */
const DATA = /^([A-Z]{2}|[a-z_ ]+|\d+)$/;

it.each([
  { kind: 'breakdown', compare: true },
  { kind: 'breakdown', by: 'seller', measure: 'orders' },
  { kind: 'sales', compare: true },
  { kind: 'sales', by: 'state', limit: 2, compare: true },
  { kind: 'kpis' },
  { kind: 'rfm_segments' },
  { kind: 'customers' },
  { kind: 'customers', moved: ['down'] },
  { kind: 'churn_scores' },
  { kind: 'risk_summary', by: 'band' },
  { kind: 'risk_history', by: 'band' },
  { kind: 'score_distribution' },
  { kind: 'value_at_risk' },
  ...RISK_WATCH_FIGURES.map((figure) => ({ kind: 'risk_watch', figure, by: 'segment', texts: true })),
  { kind: 'cohorts' },
  { kind: 'cohorts', measure: 'retention' },
  { kind: 'lifecycle' },
  { kind: 'lifecycle', figure: 'churn_rate' },
  { kind: 'segment_moves' },
  { kind: 'geography' },
  { kind: 'geography', by: 'city' },
  { kind: 'operations' },
  { kind: 'operations', view: 'history' },
  { kind: 'operations', view: 'load' },
  ...['figures', 'metrics', 'folds', 'calibration', 'lift', 'importance', 'gates', 'facts', 'drift'].map((view) => ({
    kind: 'model_quality',
    view,
  })),
])('names every column of %j in Portuguese, and leaves fields and values as they are', async (model) => {
  const [english, portuguese] = [await framesOf(model), await framesOf({ ...model, language: 'pt-BR' })];
  const same = namesOf(english).filter((name, i) => name !== undefined && name === namesOf(portuguese)[i]);
  expect(same.filter((name) => name !== undefined && !SAME.includes(name) && !DATA.test(name))).toEqual([]);
  const columns = (frames: readonly Frame[]) => frames.flatMap(({ fields }) => fields.map(({ column }) => column.name));
  expect(columns(portuguese)).toEqual(columns(english));
  const texts = (frames: readonly Frame[]) =>
    frames.flatMap(({ fields }) =>
      fields
        .filter(({ column }) => ['segment', 'band', 'state'].includes(column.name))
        .map(({ column }) => readColumn(column)),
    );
  expect(texts(portuguese)).toEqual(texts(english));
});

it('shows the names of segments and bands in Portuguese without changing them', () => {
  const field = { column: textColumn('segment', ['At risk']), config: { displayNameFromDS: 'Segment' } };
  const [frame] = framesIn('pt-BR', [{ name: 'f', fields: [field] }]);
  expect(frame?.fields[0]?.config?.mappings?.[0]?.options['At risk']).toEqual({ text: 'Em risco' });
  expect(readColumn(frame!.fields[0]!.column)).toEqual(['At risk']);
  expect(framesIn('en', [{ name: 'f', fields: [field] }])[0]?.fields[0]).toBe(field);
});

it('shows ids of lists as words in either language, and keeps them as values', () => {
  const field = { column: textColumn('gate', ['repeat_customers']), config: { displayNameFromDS: 'Gate' } };
  const shown = LANGUAGES.map((language) => framesIn(language, [{ name: 'gates', fields: [field] }])[0]!.fields[0]!);
  expect(shown.map(({ config }) => config?.mappings?.[0]?.options.repeat_customers?.text)).toEqual([
    'Repeat customers',
    'Clientes recorrentes',
  ]);
  expect(shown.map(({ column }) => readColumn(column))).toEqual([['repeat_customers'], ['repeat_customers']]);
});

it('has words in both languages for every id that is nobody’s word', () => {
  const ids = (language: Language): string[] =>
    Object.entries(VALUE_TEXTS[language]).flatMap(([column, own]) => Object.keys(own).map((id) => `${column} ${id}`));
  expect(ids('en').filter((id) => !ids('pt-BR').includes(id))).toEqual([]);
  expect(ids('pt-BR').filter((id) => / .*_/.test(id) && !ids('en').includes(id))).toEqual([]);
});

it('says hours in whole minutes, hours or days, and leaves their numbers to machines', () => {
  const column = numberColumn('response_hours', [0.4, 5, 80, null]);
  const field = { column, config: { unit: 'h', decimals: 1 } };
  const said = LANGUAGES.map((language) => framesIn(language, [{ name: 'f', fields: [field] }])[0]!.fields[0]!);
  expect(said.map(({ config }) => config?.mappings?.[0]?.options)).toEqual([
    { '0.4': { text: '24 minutes' }, '5': { text: '5 hours' }, '80': { text: '3 days' } },
    { '0.4': { text: '24 minutos' }, '5': { text: '5 horas' }, '80': { text: '3 dias' } },
  ]);
  expect(said.map((one) => one.column)).toEqual([column, column]);
});

it('counts days as days', () => {
  const field = { column: numberColumn('days_since_purchase', [3_008]), config: { unit: 'd' } };
  const [frame] = framesIn('en', [{ name: 'f', fields: [field] }]);
  expect(frame!.fields[0]!.config?.mappings?.[0]?.options).toEqual({ '3008': { text: '3,008 days' } });
});

it('says nothing of hours that are not known', () => {
  const field = { column: numberColumn('response_hours', [null]), config: { unit: 'h' } };
  expect(framesIn('en', [{ name: 'f', fields: [field] }])[0]!.fields[0]).toBe(field);
});

it('names series that were moved from the period before, and leaves data as it is', () => {
  expect(portugueseName('Revenue (period before)')).toBe('Receita (período anterior)');
  expect(portugueseName('SP (period before)')).toBe('SP (período anterior)');
  expect(portugueseName('Loyal')).toBe('Fiéis');
  expect(portugueseName('constructor')).toBe('constructor');
});

const descriptionsOf = (frames: readonly Frame[]): string[] =>
  frames.flatMap(({ fields }) => fields.flatMap(({ config }) => config?.description ?? []));
const textsOf = (frames: readonly Frame[]): string[] =>
  frames.flatMap(({ fields }) =>
    fields.flatMap(({ column, config }) => {
      const options = config?.mappings?.[0]?.options ?? {};
      // What no person reads, or is data, or is shown as something else.
      if (column.type !== 'text' || KEYS.includes(column.name)) return [];
      return readColumn(column).flatMap((cell) => (cell === null || String(cell) in options ? [] : [String(cell)]));
    }),
  );
const noticesOf = (frames: readonly Frame[]): string[] =>
  frames.flatMap(({ meta }) => (meta?.notices ?? []).map(({ text }) => text));

/** Columns of keys, ids, names and other data. */
const KEYS = [
  ...['customer', 'customer_id', 'order_id', 'state', 'city', 'name', 'seller', 'categories', 'measure', 'figure'],
  ...['feature', 'group', 'unit', 'action_rule', 'kind', 'file', 'table_name', 'value', 'fold', 'tags', 'id', 'origin'],
  ...['series', 'decile', 'cut', 'training_cuts'],
];
/** Texts that are the same in both languages: names of files, numbers, and what people write elsewhere. */
const SAME_TEXT = /^([\d.,/ ×%–-]*|[A-Z]{2}|ROC-AUC|Log loss|BG\/NBD|Boleto|MSTL|Prophet)$/;

async function allTexts(model: object, options: AskOptions = {}): Promise<string[]> {
  const { frames, error } = await shop.ask(model, { scorer, forecaster: fakeForecaster(), ...RANGE, ...options });
  expect(error).toBeUndefined();
  return [...descriptionsOf(frames), ...textsOf(frames), ...noticesOf(frames)];
}

const FAILED = {
  gate: 'repeat_customers',
  required: 30,
  actual: 3,
  passed: false,
  hard: false,
  message: 'Few.',
} as const;

it.each<[model: object, options?: AskOptions]>([
  [{ kind: 'breakdown', compare: true, by: 'category' }],
  [{ kind: 'breakdown', by: 'payment_type' }],
  [{ kind: 'sales', by: 'category', limit: 3, compare: true }, { from: '2016-09-10' }],
  [{ kind: 'kpis' }, { from: '2030-01-01', to: '2030-01-31' }],
  [{ kind: 'rfm_segments' }],
  [{ kind: 'customers', limit: 5, moved: ['down'] }],
  [{ kind: 'churn_scores', limit: 20 }],
  [{ kind: 'churn_scores', limit: 5 }, { scorer: fakeScorer({ ...fakeModel({}), gates: [FAILED] }) }],
  [{ kind: 'risk_summary', by: 'segment' }],
  [{ kind: 'risk_history', by: 'band' }],
  [{ kind: 'score_distribution' }],
  [{ kind: 'value_at_risk' }],
  [{ kind: 'cohorts' }],
  [{ kind: 'lifecycle' }],
  [{ kind: 'segment_moves', days: 3_000 }],
  [{ kind: 'geography', by: 'city' }],
  [{ kind: 'operations' }],
  [{ kind: 'operations', view: 'history' }],
  [{ kind: 'sales_forecast', by: 'segment' }],
  [{ kind: 'sales_forecast', view: 'backtest' }],
  [{ kind: 'sales_forecast', view: 'anomalies' }],
  [{ kind: 'sales_forecast', view: 'sums' }],
  [{ kind: 'forecast_quality' }],
  [{ kind: 'forecast_shortfall', by: 'state' }],
  [{ kind: 'forecast_shortfall', against: 'target', target: 0 }],
  [{ kind: 'annotations', source: ['anomalies', 'loads'] }],
  ...['figures', 'metrics', 'calibration', 'lift', 'confusion', 'importance', 'comparison', 'gates', 'facts'].map(
    (view): [object] => [{ kind: 'model_quality', view }],
  ),
])('tells people nothing in English of %j', async (model, options = {}) => {
  const english = new Set(await allTexts(model, options));
  const portuguese = await allTexts({ ...model, language: 'pt-BR' }, options);
  expect(english.size).toBeGreaterThan(0);
  const same = [...new Set(portuguese)].filter((text) => english.has(text) && !SAME_TEXT.test(text));
  expect(same).toEqual([]);
});

it('tells a customer’s score and a what-if in Portuguese', async () => {
  const [frame] = await framesOf({ kind: 'customers', limit: 1 });
  const customer = String(readColumn(frame!.fields[0]!.column)[0]);
  for (const kind of ['churn_score', 'what_if']) {
    const english = new Set(await allTexts({ kind, customer }));
    const same = (await allTexts({ kind, customer, language: 'pt-BR' })).filter((text) => english.has(text));
    expect(same.filter((text) => !SAME_TEXT.test(text))).toEqual([]);
  }
});

describe('what cannot be answered is said in the reader’s language', () => {
  /** Somebody who first bought after the day. */
  const customerSince = async (day: string): Promise<string> => {
    const sql =
      'SELECT customer_id FROM fct_orders JOIN dim_customers USING (customer_key) WHERE is_purchase ' +
      'GROUP BY customer_id HAVING min(purchase_day) > $day ORDER BY customer_id LIMIT 1';
    const [row] = await shop.warehouse.use((engine) => engine.rows(sql, { day }));
    return String(row?.customer_id);
  };

  it.each<[what: string, model: () => object | Promise<object>, options?: AskOptions]>([
    ['an unknown customer', () => ({ kind: 'churn_score', customer: 'nobody' })],
    ['several customers', () => ({ kind: 'churn_score', customer: '0' })],
    [
      'a customer of later days',
      async () => ({ kind: 'churn_score', asOf: '2016-09-05', customer: await customerSince('2017-06-01') }),
    ],
    ['no model', () => ({ kind: 'risk_summary' }), { scorer: undefined }],
    ['a range that ends too early', () => ({ kind: 'sales' }), { from: '2018-02-01', to: '2018-01-01' }],
    ['a variable that is left', () => ({ kind: 'sales', filters: { state: ['$state'] } })],
    ['SQL that is switched off', () => ({ kind: 'sql', rawSql: 'SELECT 1' })],
  ])('%s', async (_what, modelOf, options = {}) => {
    const model = await modelOf();
    const tell = async (language: string) =>
      (await shop.ask({ ...model, language }, { scorer, ...RANGE, ...options })).error;
    const [english, portuguese] = [await tell('en'), await tell('pt-BR')];
    expect(english).toEqual(expect.any(String));
    expect(portuguese).toEqual(expect.any(String));
    expect(portuguese).not.toBe(english);
  });
});

it('names holidays as Brazil calls them, and keeps their ids', async () => {
  const ask = (language: string) =>
    shop.ask({ kind: 'annotations', source: ['holidays'], language }, { from: '2018-05-01', to: '2018-05-31' });
  const column = (frame: Frame | undefined, name: string) =>
    readColumn(frame!.fields.find(({ column: one }) => one.name === name)!.column);
  const [english, portuguese] = [(await ask('en')).frames[0], (await ask('pt-BR')).frames[0]];
  expect(column(portuguese, 'title')).toEqual(['Dia do Trabalho', 'Dia das Mães', 'Corpus Christi']);
  expect(column(portuguese, 'id')).toEqual(column(english, 'id'));
});

it('shows the series of a forecast and the contents of an order by the names of their categories', () => {
  const shownAs = (name: string, displayNameFromDS: string, value: string) => {
    const frame: Frame = { name: 'f', fields: [{ column: textColumn(name, [value]), config: { displayNameFromDS } }] };
    return framesIn('pt-BR', [frame])[0]?.fields[0]?.config?.mappings?.[0]?.options[value]?.text;
  };
  expect(shownAs('series', 'Category', 'toys')).toBe('Brinquedos');
  expect(shownAs('series', 'State', 'Other')).toBe('Outros');
  expect(shownAs('series', 'State', 'SP')).toBeUndefined();
  expect(shownAs('categories', 'Categories', 'toys, garden_chairs')).toBe('Brinquedos, Garden chairs');
  expect(shownAs('notes', 'Notes', '3 added')).toBe('3 acrescentadas');
});

it('names categories, cities and payment types in words in both languages, beside the keys of filters', async () => {
  const shown = async (model: object) => {
    const [frame] = await framesOf(model);
    const { column, config } = frame!.fields[0]!;
    const keys = readColumn(column).map(String);
    return keys.map((key) => [key, config?.mappings?.[0]?.options[key]?.text] as const);
  };
  for (const language of ['en', 'pt-BR']) {
    for (const by of ['category', 'city', 'payment_type']) {
      const names = await shown({ kind: 'breakdown', by, language });
      expect(names.length).toBeGreaterThan(3);
      for (const [key, text] of names) {
        expect(key).toMatch(/^[a-z_]|^\(no /);
        expect(text).toMatch(/^[\p{Lu}(][^_]*$/u);
      }
    }
  }
});

it('names kinds of queries in words', () => {
  const [english, portuguese] = (['en', 'pt-BR'] as const).map((language) => {
    const frame: Frame = { name: 'load', fields: [{ column: textColumn('kind', ['model_quality', 'other']) }] };
    const options = framesIn(language, [frame])[0]?.fields[0]?.config?.mappings?.[0]?.options;
    return [options?.['model_quality']?.text, options?.['other']?.text];
  });
  expect(english).toEqual(['Model quality', 'other']);
  expect(portuguese).toEqual(['Qualidade do modelo', 'other']);
});

it('names series by their category, and the line that an area reaches down to with them', () => {
  const labels = { category: 'toys' };
  const config = { displayNameFromDS: 'toys: upper end', custom: { fillBelowTo: 'toys: lower end', lineWidth: 0 } };
  const [frame] = framesIn('en', [{ name: 'f', fields: [{ column: textColumn('upper', []), config, labels }] }]);
  expect(frame?.fields[0]).toEqual({
    column: textColumn('upper', []),
    labels,
    config: { displayNameFromDS: 'Toys: upper end', custom: { fillBelowTo: 'Toys: lower end', lineWidth: 0 } },
  });
});

it('names the values of filters, which stay as they are, and finds them by name and key', async () => {
  const values = async (dimension: string, language: string, search?: string) => {
    const [frame] = await framesOf({ kind: 'values', dimension, language, search });
    const [texts, keys] = ['text', 'value'].map((name) =>
      readColumn(frame!.fields.find(({ column }) => column.name === name)!.column).map(String),
    );
    return { texts: texts ?? [], keys: keys ?? [] };
  };
  for (const dimension of ['category', 'city', 'payment_type']) {
    const [english, portuguese] = [await values(dimension, 'en'), await values(dimension, 'pt-BR')];
    expect(portuguese.keys.toSorted()).toEqual(english.keys.toSorted());
    for (const text of [...english.texts, ...portuguese.texts]) expect(text).toMatch(/^[\p{Lu}(][^_]*$/u);
  }
  for (const search of ['Cosméticos', 'cosmeticos', 'cosmetics_and'])
    expect((await values('category', 'pt-BR', search)).keys).toEqual(['cosmetics_and_care']);
  expect((await values('payment_type', 'pt-BR', 'crédito')).keys).toEqual(['credit_card']);
});

it('names key figures beside each other in Portuguese', async () => {
  const [frame] = await framesOf({
    kind: 'kpis',
    trend: true,
    measures: ['review_score', 'on_time_share'],
    language: 'pt-BR',
  });
  const names = frame!.fields.flatMap(({ config }) => config?.displayName ?? []);
  expect(names).toEqual([
    expect.stringMatching(/^Nota média das avaliações: /),
    expect.stringMatching(/^Entregas no prazo: /),
  ]);
});
