import { QueryError } from './query-error';
import { parseQuery } from './validate';

const messageFor = (model: unknown): string => {
  try {
    parseQuery(model);
  } catch (error) {
    if (error instanceof QueryError) return error.message;
    throw error;
  }
  throw new Error('the query was accepted');
};

describe('parseQuery', () => {
  it('fills in the defaults of the kind', () => {
    const sales = { kind: 'sales', measure: 'revenue', grain: 'auto', limit: 10, compare: false };
    expect(parseQuery({ kind: 'sales' })).toEqual(sales);
    expect(parseQuery({ kind: 'customers' })).toEqual({
      kind: 'customers',
      sort: 'monetary',
      descending: true,
      limit: 100,
      offset: 0,
    });
  });

  it('ignores the keys that Grafana puts into every query', () => {
    const grafana = {
      refId: 'A',
      datasource: { uid: 'x' },
      intervalMs: 1,
      maxDataPoints: 2,
      queryType: '',
      hide: false,
    };
    expect(parseQuery({ ...grafana, kind: 'headline' })).toEqual({ kind: 'headline', topic: 'sales' });
  });

  it('takes one filter value or a list, drops doubles and empty ones, and reads "All" as no filter', () => {
    expect(parseQuery({ kind: 'headline', filters: { state: 'SP', category: ['toys', '', 'toys'] } }).filters).toEqual({
      state: ['SP'],
      category: ['toys'],
    });
    expect(parseQuery({ kind: 'headline', filters: { state: ['$__all'], segment: [] } }).filters).toBeUndefined();
  });

  it('takes values to leave out in the same way, where "All" leaves out nothing', () => {
    const exclude = { state: 'SP', segment: ['Lost', 'Lost'], category: ['$__all', 'toys'], band: [] };
    expect(parseQuery({ kind: 'headline', exclude }).exclude).toEqual({ state: ['SP'], segment: ['Lost'] });
    expect(parseQuery({ kind: 'headline', exclude: { state: '$__all' } })).toEqual({
      kind: 'headline',
      topic: 'sales',
    });
  });

  it('takes conditions on numbers, also where a variable turned a number into text', () => {
    const where = [
      { field: 'monetary', operator: '>=', value: '500' },
      { field: 'frequency', operator: '!=', value: 1 },
    ];
    expect(parseQuery({ kind: 'customers', where })).toMatchObject({
      where: [
        { field: 'monetary', operator: '>=', value: 500 },
        { field: 'frequency', operator: '!=', value: 1 },
      ],
    });
    expect(parseQuery({ kind: 'churn_scores', where: [] })).not.toHaveProperty('where');
  });

  it('reads whole numbers that a variable turned into text', () => {
    expect(parseQuery({ kind: 'breakdown', limit: '7' })).toMatchObject({ limit: 7 });
  });

  it.each([
    [null, 'must be a JSON object'],
    [[], 'must be a JSON object'],
    ['sales', 'must be a JSON object'],
    [{}, 'names no kind; known kinds: headline, kpis'],
    [{ kind: 'salez' }, 'Unknown query kind "salez"'],
    [{ kind: '__proto__' }, 'Unknown query kind "__proto__"'],
    [{ kind: ['sales'] }, 'Unknown query kind ["sales"]'],
    [{ kind: 'sales', limt: 3 }, '"limt" is not a parameter of sales'],
    [{ kind: 'sales', measure: 'profit' }, 'measure cannot be "profit"; known: revenue, orders, customers'],
    [{ kind: 'sales', measure: { toString: 'revenue' } }, 'measure cannot be'],
    [{ kind: 'sales', limit: 0 }, 'whole number from 1 to 200'],
    [{ kind: 'sales', limit: 1.5 }, 'whole number from 1 to 200'],
    [{ kind: 'sales', limit: Number.NaN }, 'whole number from 1 to 200'],
    [{ kind: 'kpis', trend: 'yes' }, 'trend must be true or false'],
    [{ kind: 'kpis', asOf: '2018-02-30' }, 'asOf must be a day such as 2018-06-30'],
    [{ kind: 'kpis', filters: ['SP'] }, 'filters must be an object'],
    [
      { kind: 'kpis', filters: { country: ['BR'] } },
      '"country" is not a filter that filters can name; known: state, category',
    ],
    [{ kind: 'kpis', filters: { state: [1] } }, 'filters.state must be text, not 1'],
    [{ kind: 'kpis', filters: { segment: ['Whales'] } }, 'filters.segment cannot be "Whales"'],
    [{ kind: 'kpis', filters: { state: Array(1001).fill('SP') } }, 'more than 1000 values'],
    [{ kind: 'kpis', exclude: 'SP' }, 'exclude must be an object'],
    [{ kind: 'kpis', exclude: { country: ['BR'] } }, '"country" is not a filter that exclude can name; known: state'],
    [{ kind: 'kpis', exclude: { band: ['huge'] } }, 'exclude.band cannot be "huge"; known: high, medium, low'],
    [
      { kind: 'kpis', exclude: { state: ['$state'] } },
      'exclude.state holds the variable "$state", which nobody replaced',
    ],
    [{ kind: 'sql', exclude: { state: ['SP'] } }, "write a condition, such as state NOT IN ('…')"],
    [{ kind: 'sales', where: [] }, '"where" is not a parameter of sales'],
    [
      { kind: 'customers', where: 'monetary > 1' },
      'where must be a list of conditions such as [{"field": "recency_days"',
    ],
    [{ kind: 'customers', where: Array(21).fill({}) }, 'where has more than 20 conditions'],
    [{ kind: 'customers', where: ['monetary'] }, 'where[0] must be an object with field, operator and value'],
    [
      { kind: 'customers', where: [{ field: 'age', operator: '=', value: 1 }] },
      'where[0].field cannot be "age"; known: recency',
    ],
    [
      { kind: 'customers', where: [{ field: 'monetary', operator: 'OR 1', value: 1 }] },
      'where[0].operator cannot be "OR 1"',
    ],
    [{ kind: 'customers', where: [{ field: 'monetary', operator: '=' }] }, 'where[0].value must be a number'],
    [{ kind: 'customers', where: [{ field: 'monetary', operator: '=', value: '$min' }] }, 'holds the variable "$min"'],
    [
      { kind: 'customers', where: [{ field: 'monetary', operator: '=', value: 1, or: 2 }] },
      '"or" is not a part of where[0]',
    ],
    [
      { kind: 'customers', where: [{ field: 'churn_probability', operator: '=', value: 1 }] },
      'where[0].field cannot be',
    ],
    [{ kind: 'customers', search: 'x'.repeat(129) }, 'longer than 128 characters'],
  ])('refuses %j', (model, message) => {
    expect(messageFor(model)).toContain(message);
  });

  it.each(['$state', '${state:csv}', '[[state]]'])('refuses the left-over variable %s and says why', (value) => {
    expect(messageFor({ kind: 'kpis', filters: { state: [value] } })).toContain('nobody replaced');
  });

  it('never takes a key from the prototype', () => {
    const model: unknown = JSON.parse('{"kind": "sales", "__proto__": {"by": "state"}}');
    expect(messageFor(model)).toContain('"__proto__" is not a parameter');
  });
});
