import { schemaWith } from '../testing/schema';
import { completionsAt, macroSnippet, type Completion } from './completions';

/** What is offered where `|` stands in the statement. */
function offered(marked: string): Completion[] {
  return completionsAt(marked.replace('|', ''), marked.indexOf('|'), schemaWith(), ['$state']).items;
}

const labels = (marked: string, kind?: string) =>
  offered(marked).flatMap((item) => (kind === undefined || item.kind === kind ? [item.label] : []));

describe('tables', () => {
  it.each(['SELECT * FROM |', 'select * from fct|', 'SELECT 1 FROM a JOIN |', 'FROM a, |'])('stand after %s', (sql) => {
    expect(labels(sql)).toEqual(['fct_orders', 'dim_sellers']);
  });

  it('come with their grain', () => {
    expect(offered('FROM |')[0]).toEqual({
      kind: 'table',
      label: 'fct_orders',
      snippet: 'fct_orders',
      detail: 'Mart',
      help: 'one row per order, whatever its status',
    });
  });

  it('that the statement defines itself come first', () => {
    expect(labels('WITH mine AS (SELECT 1) SELECT * FROM |')).toEqual(['mine', 'fct_orders', 'dim_sellers']);
  });
});

describe('columns', () => {
  it('are those of the tables in FROM, wherever the cursor stands', () => {
    expect(labels('SELECT | FROM dim_sellers', 'column')).toEqual(['seller_id', 'state', 'order']);
    expect(labels('SELECT * FROM DIM_SELLERS WHERE |', 'column')).toEqual(['seller_id', 'state', 'order']);
  });

  it('come with type, description and table', () => {
    expect(offered('SELECT | FROM fct_orders')[2]).toMatchObject({
      label: 'purchased_at',
      detail: 'TIMESTAMP',
      help: 'when the order was placed\n\nIn fct_orders',
    });
  });

  it('of all marts are offered before there is a FROM, each once', () => {
    expect(labels('SELECT |', 'column')).toEqual([
      'order_key',
      'state',
      'purchased_at',
      'payment_value',
      'seller_id',
      'order',
    ]);
    expect(offered('SELECT |')[1]?.help).toContain('In fct_orders, dim_sellers');
  });

  it('stand alone after an alias and a point', () => {
    expect(labels('SELECT s.| FROM fct_orders o JOIN dim_sellers s ON true')).toEqual(['seller_id', 'state', 'order']);
    expect(labels('SELECT o.pay| FROM fct_orders o')).toContain('payment_value');
    expect(labels('SELECT x.| FROM fct_orders o')).toEqual([]);
    expect(labels("SELECT 'x'.| FROM fct_orders o")).toEqual([]);
  });

  it('are written in quotes when SQL would read them as something else', () => {
    expect(offered('SELECT s.| FROM dim_sellers s')[2]).toMatchObject({ label: 'order', snippet: '"order"' });
  });
});

describe('macros, variables, functions and keywords', () => {
  it('stand where a value may stand', () => {
    const all = labels('SELECT * FROM fct_orders o WHERE |');
    expect(all).toEqual(expect.arrayContaining(['o', '$__timeFilter', '$state', 'sum', 'BETWEEN']));
  });

  it('a dollar sign leaves macros and variables', () => {
    expect(labels('WHERE $|')).toEqual(['$__timeFilter', '$__timeGroup', '$__interval', '$__asOf', '$state']);
    expect(offered('WHERE x IN ($st|')[4]).toMatchObject({ snippet: '\\${state:sqlstring}' });
  });

  it('a function brings its brackets, unless they are there', () => {
    expect(offered('SELECT su|').find(({ label }) => label === 'sum')?.snippet).toBe('sum($0)');
    expect(offered('SELECT su|(x)').find(({ label }) => label === 'sum')?.snippet).toBe('sum');
  });

  it.each([
    ['$__timeGroup(column, interval)', '\\$__timeGroup(${1:column}, ${2:interval})'],
    ['$__asOf()', '\\$__asOf()'],
    ['$__interval', '\\$__interval'],
  ])('%s is written with its arguments to be filled in', (usage, snippet) => {
    expect(macroSnippet(usage)).toBe(snippet);
  });
});

describe('nothing', () => {
  it.each(['-- fr|', 'SELECT /* a | b */ 1', "SELECT 'a |b'", 'SELECT "a|', 'SELECT x AS |', "WHERE x = 'SP|"])(
    'is offered in %s',
    (sql) => {
      expect(labels(sql)).toEqual([]);
    },
  );

  it('but variables, in a text', () => {
    expect(offered("WHERE x = '$st|'")).toMatchObject([{ label: '$state', snippet: '\\${state}' }]);
  });

  it('goes on behind a text or a comment', () => {
    expect(labels("SELECT 'a'| ")).toContain('sum');
    expect(labels('/* a */| ')).toContain('sum');
  });
});

describe('what a completion replaces', () => {
  it.each([
    ['SELECT pay|', 'pay'],
    ['SELECT o.pay|', 'pay'],
    ['WHERE $__ti|', '$__ti'],
    ['WHERE ${st|}', '${st}'],
    ['SELECT |', ''],
  ])('%s: "%s"', (marked, replaced) => {
    const sql = marked.replace('|', '');
    const { start, end } = completionsAt(sql, marked.indexOf('|'), schemaWith(), []);
    expect(sql.slice(start, end)).toBe(replaced);
  });
});
