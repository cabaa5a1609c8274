import { customersPath, writePlace, type CustomersPlace } from './address';
import { readPlace } from './place';

const PLACE: CustomersPlace = {
  source: 'shop a',
  search: '8d50',
  filters: { band: ['high'], state: ['SP', 'RJ'] },
  exclude: { category: ['toys & games'] },
  status: ['active'],
  where: [{ field: 'monetary', operator: '>=', value: 500.5 }],
  sort: 'monetary',
  descending: false,
  page: 3,
  from: 'now-90d',
  to: '1535500800000',
  buyers: true,
  asOf: '2018-08-01',
  behind: 'Revenue by state',
};

describe('the address of a list of customers', () => {
  it('says all of it', () => {
    expect(readPlace(writePlace(PLACE))).toEqual(PLACE);
  });

  it('is short where nothing is narrowed', () => {
    expect(customersPath({})).toBe('/a/churnwatch-retention-app/customers');
    expect(customersPath({ filters: { band: ['high'] } })).toBe('/a/churnwatch-retention-app/customers?band=high');
  });

  it.each(['page=0', 'page=-1', 'page=x', 'where=monetary', 'where=monetary>=x', 'asOf=yesterday', 'order=up'])(
    'leaves out what it says wrongly: %s',
    (query) => {
      expect(readPlace(new URLSearchParams(query))).toEqual(readPlace(new URLSearchParams()));
    },
  );
});
