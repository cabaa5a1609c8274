import { formatLoadReport } from './format-report';
import type { LoadReport } from './report';

const REPORT: LoadReport = {
  generation: {
    id: '20260102-030405678-abcd',
    builtAt: '2026-01-02T03:04:05.678Z',
    sample: false,
    source: '/data/shop',
    firstDay: '2016-09-04',
    lastDay: '2018-09-03',
    regularFirstDay: '2017-01-05',
    regularLastDay: '2018-08-28',
    all: { orders: 99_441, customers: 96_096, payments: 16_008_872.12 },
    purchases: { orders: 98_207, customers: 94_990, payments: 15_739_137.01 },
    rowsRead: 1002,
    rowsRejected: 2,
  },
  files: [
    {
      table: 'orders',
      file: 'olist_orders_dataset.csv.gz',
      bytes: 5,
      rowsRead: 1002,
      rowsLoaded: 1000,
      rowsRejected: 2,
      rejects: [
        {
          reason: 'broken quotes',
          rows: 2,
          examples: [
            { line: 7, record: '"x' },
            { line: null, record: 'y' },
          ],
        },
      ],
      notes: ['1 of 1,000 orders has no items'],
    },
    {
      table: 'geolocation',
      file: null,
      bytes: 0,
      rowsRead: 0,
      rowsLoaded: 0,
      rowsRejected: 0,
      rejects: [],
      notes: ['absent: zip areas have no place on the map'],
    },
  ],
  totals: {
    allOrders: { orders: 99_441, customers: 96_096, payments: 16_008_872.12 },
    purchases: { orders: 98_207, customers: 94_990, payments: 15_739_137.01 },
  },
  checks: ['a', 'b'],
  steps: [],
};

test('the report says what was read, what was refused and why, and which orders each number counts', () => {
  expect(formatLoadReport(REPORT)).toBe(`Generation 20260102-030405678-abcd, built 2026-01-02T03:04:05.678Z
Source     /data/shop
Purchases  2016-09-04 to 2018-09-03, regular trade 2017-01-05 to 2018-08-28

file                         rows read  loaded  refused
olist_orders_dataset.csv.gz      1,002   1,000        2
geolocation (absent)                 0       0        0
  olist_orders_dataset.csv.gz: 1 of 1,000 orders has no items
  olist_orders_dataset.csv.gz: 2 refused: broken quotes
    line 7: "x
    y
  geolocation: absent: zip areas have no place on the map

             all orders     purchases*
orders           99,441         98,207
persons          96,096         94,990
payments  16,008,872.12  15,739,137.01
* orders that are neither canceled nor unavailable

2 tests of the finished tables passed.`);
});

test('sample data is called so', () => {
  const sample = { ...REPORT, generation: { ...REPORT.generation, sample: true } };
  expect(formatLoadReport(sample)).toContain('/data/shop (generated sample data)');
});
