import { formatStatement } from './formatStatement';

describe('formatting a statement', () => {
  it('breaks and indents its lines', () => {
    expect(formatStatement('select state,sum(x) as s from fct_orders group by 1')).toBe(
      'select\n  state,\n  sum(x) as s\nfrom\n  fct_orders\ngroup by\n  1',
    );
  });

  it.each([
    '$__timeFilter(purchased_at)',
    '$__timeGroup(purchased_at, $__interval) = $__asOf()',
    '$__timeFilter(coalesce(a, $__timeFrom()))',
    'state IN (${state:sqlstring})',
    "state = '$state  x'",
    'state IN ($state)',
    'state IN ([[state:csv]])',
    '$__interval_ms > 5',
    'x = $$two  spaces$$',
    "x ->> '$.a' = {'a': [1, 2]}",
  ])('leaves %s as it is', (condition) => {
    expect(formatStatement(`select 1 from t where ${condition}`)).toBe(`select\n  1\nfrom\n  t\nwhere\n  ${condition}`);
  });

  it('keeps comments and the case of words', () => {
    const formatted = formatStatement('-- why\nSELECT  a /* b */ from T');
    expect(formatted).toBe('-- why\nSELECT\n  a /* b */\nfrom\n  T');
  });

  it('changes nothing the second time', () => {
    const once = formatStatement('with d as (select 1 as x) select x from d where $__timeFilter(x) order by 1');
    expect(formatStatement(once)).toBe(once);
  });

  it.each([
    ["select 'open from t", 'This statement cannot be formatted, as it cannot be read (line 1, column 8).'],
    ['select x from (', 'This statement cannot be formatted, as it cannot be read (line 1, column 16).'],
  ])('says why it cannot: %s', (sql, message) => {
    expect(() => formatStatement(sql)).toThrow(message);
  });
});
