import { schemaWith } from '../testing/schema';
import { describeAt } from './describeAt';

/** What is told about the name behind `|`. */
function told(marked: string) {
  return describeAt(marked.replace('|', ''), marked.indexOf('|'), schemaWith());
}

describe('what a name stands for', () => {
  it.each([
    ['SELECT |state FROM fct_orders', 'state VARCHAR', 'state of the address the order was placed from'],
    ['SELECT sta|te FROM dim_sellers', 'state VARCHAR', "state of the seller's address"],
    ['SELECT s.|STATE FROM fct_orders o, dim_sellers s', 'state VARCHAR', "state of the seller's address"],
    ['SELECT s."|order" FROM dim_sellers s', 'order INTEGER', 'a name that SQL uses itself'],
    ['SELECT * FROM |fct_orders', 'fct_orders', 'one row per order, whatever its status'],
    ['SELECT |o.state FROM fct_orders o', 'fct_orders', 'one row per order, whatever its status'],
    ['WHERE |$__timeFilter(x)', '$__timeFilter(column)', 'True for moments within the time range.'],
  ])('%s: %s', (marked, title, help) => {
    expect(told(marked)?.title).toBe(title);
    expect(told(marked)?.help).toContain(help);
  });

  it.each([
    'SELECT |nothing FROM fct_orders',
    "SELECT '|state' FROM fct_orders",
    'SELECT 1 -- |state',
    'SELECT x.|state FROM fct_orders o',
    'SELECT | state FROM fct_orders',
    'WHERE |$state',
    '|',
  ])('nothing is told of %s', (marked) => {
    expect(told(marked)).toBeUndefined();
  });

  it('tells where the name stands', () => {
    expect(told('SELECT st|ate FROM fct_orders')).toMatchObject({ start: 7, end: 12 });
  });
});
