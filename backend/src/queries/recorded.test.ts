import { inlined, literal } from './sql-literals';
import { recorded } from './recorded';
import { fakeModel } from './churn/testing/fake-model';
import { fakeScorer } from './churn/testing/fake-scorer';
import { sampleShop, type Shop } from './testing/shop';

describe('bound values as literals', () => {
  it.each([
    ["O'Brien", "'O''Brien'"],
    [['a', "b'c"], "['a', 'b''c']"],
    [[], '[]'],
    [1.5, '1.5'],
    [-3, '(-3)'],
    [true, 'TRUE'],
    [null, 'NULL'],
  ])('%j is %s', (value, sql) => {
    expect(literal(value)).toBe(sql);
  });

  it('stand where their names stood, but not in texts and comments', () => {
    const sql = "SELECT '$a it''s $a', $a, $ab -- $a\nFROM t WHERE x < $b::BIGINT * 2 AND y = '$b' AND z = $c";
    expect(inlined(sql, { a: '$b', ab: 2, b: -1 })).toBe(
      "SELECT '$a it''s $a', '$b', 2 -- $a\nFROM t WHERE x < (-1)::BIGINT * 2 AND y = '$b' AND z = $c",
    );
  });
});

describe('the statements of an answer', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await sampleShop();
  }, 60_000);
  afterAll(() => shop.close());

  const textOf = async (model: object): Promise<string> => {
    const { frames } = await shop.ask(model, { scorer: fakeScorer(fakeModel({})) });
    const texts = new Set(frames.map(({ meta }) => meta?.executedQueryString));
    expect(texts.size).toBe(1);
    return [...texts][0] ?? '';
  };

  it('give the same when they are run again', async () => {
    const exclude = { category: ["it's", 'household_goods'] };
    const statement = await textOf({ kind: 'breakdown', limit: 3, exclude });
    expect(statement).toContain("['it''s', 'household_goods']");
    const { frames } = await shop.ask({ kind: 'breakdown', limit: 3, exclude });
    const rows = await shop.warehouse.use((engine) => engine.rows(statement));
    expect(rows.map((row) => row.value)).toEqual(Array.from(frames[0]!.fields[1]!.column.values, Number));
  });

  it.each([
    'headline',
    'kpis',
    'sales',
    'rfm_segments',
    'customers',
    'values',
    'churn_scores',
    'risk_summary',
    'segment_moves',
    'value_at_risk',
  ])('are on every frame of %s, and none has a value left to bind', async (kind) => {
    const statements = (await textOf({ kind, filters: { state: ['SP'] } })).split(';\n\n');
    expect(statements.length).toBeGreaterThan(0);
    for (const statement of statements) expect(statement.replaceAll(/^--.*\n/gm, '')).toMatch(/^(SELECT|WITH)[^$]+$/);
  });

  it.each(['purchased', 'new', 'returning', 'reactivated', 'dormant'])(
    'have no value left to bind for customers by what they did (%s)',
    async (activity) => {
      const statement = await textOf({
        kind: 'customers',
        firstPurchase: '2017-03-01',
        during: '2017-10-01',
        activity,
      });
      expect(statement).toContain("'2017-10-31'::DATE");
      expect(statement).not.toContain('$');
    },
  );

  it('are none where nothing was run', async () => {
    const { frames } = await shop.ask({ kind: 'values', dimension: 'segment' });
    expect(frames[0]?.meta).not.toHaveProperty('executedQueryString');
  });

  it('are cut where they are very long', async () => {
    const state = Array.from({ length: 1_000 }, (_, i) => `state number ${i}`);
    const text = await textOf({ kind: 'kpis', filters: { state } });
    expect(text.length).toBeLessThan(10_100);
    expect(text).toMatch(/\(cut: there is more\)$/);
  });

  it('are those of the engine that answers, which does the same', async () => {
    await shop.warehouse.use(async (engine) => {
      const { engine: same, text } = recorded(engine);
      expect(await same.rows('SELECT $a AS a', { a: 1 })).toEqual([{ a: 1 }]);
      expect(await same.describe()).toEqual(await engine.describe());
      await expect(same.rows('SELECT nothing')).rejects.toThrow(/nothing/);
      expect(text()).toBe('SELECT 1 AS a;\n\nSELECT nothing');
    });
  });
});
