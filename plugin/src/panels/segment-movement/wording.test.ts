import type { Flow, MovementModel, Way } from './data/model';
import { summaryText } from './wording';

const flow = (way: Way, customers: number, more: Partial<Flow> = {}): Flow => ({
  key: way,
  from: 'New',
  to: 'Lost',
  way,
  customers,
  share: 1,
  revenue: 0,
  gone: 0,
  back: 0,
  links: [],
  ...more,
});
const of = (...flows: Flow[]): MovementModel => ({
  flows,
  customers: flows.reduce((sum, { customers }) => sum + customers, 0),
});

it.each([
  ['new', 'The only customer has come'],
  ['stayed', 'The only customer has stayed in the same segment'],
  ['up', 'The only customer has moved up'],
  ['down', 'The only customer has moved down'],
] as const)('says of an only customer what happened, not shares: %s', (way, words) => {
  expect(summaryText(of(flow(way, 1)))).toBe(`${words}.`);
  expect(summaryText({ ...of(flow('stayed', 0), flow(way, 1)), before: '2018-05-30' })).toBe(
    `${words} since May 30, 2018.`,
  );
});

it('says shares of several', () => {
  expect(summaryText(of(flow('up', 1, { back: 1 }), flow('down', 3, { gone: 2 })))).toBe(
    'Of 4 customers 75.0% moved down, 25.0% up, 0.0% stayed and 0.0% are new; 2 stopped buying, 1 came back.',
  );
});
