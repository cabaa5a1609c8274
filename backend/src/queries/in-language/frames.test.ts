import { readColumn, type Frame } from '../../contract';
import { textColumn } from '../../frames';
import { fakeModel } from '../churn/testing/fake-model';
import { fakeScorer } from '../churn/testing/fake-scorer';
import { sampleShop, type Shop } from '../testing/shop';
import { framesIn, portugueseName } from './frames';

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
const SAME = ['ROC-AUC', 'PR-AUC', 'Log loss', 'Lift', 'Bytes', 'Latitude', 'Longitude'];
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
  { kind: 'cohorts' },
  { kind: 'cohorts', measure: 'retention' },
  { kind: 'lifecycle' },
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

it('names series that were moved from the period before, and leaves data as it is', () => {
  expect(portugueseName('Revenue (period before)')).toBe('Receita (período anterior)');
  expect(portugueseName('SP (period before)')).toBe('SP (período anterior)');
  expect(portugueseName('Loyal')).toBe('Fiéis');
  expect(portugueseName('constructor')).toBe('constructor');
});
