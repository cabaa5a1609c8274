import type { LifecycleModel } from '../data/model';
import { summaryOf } from './summary';

/** A shop's last month, in which each stage has so many customers. */
const month = (each: number, net: number): LifecycleModel => {
  const counts = { new: each, returning: each, reactivated: each, dormant: each };
  const step = { day: '2018-02-01', counts, net, complete: true, row: 0 };
  return { grain: 'month', steps: [step], totals: counts, net, linksOf: () => [] };
};

it.each([
  [
    month(1, 1),
    'Feb 2018: 1 new customer, 1 returned, 1 came back from dormancy, 1 went dormant. The shop has 1 more active customer than before.',
  ],
  [
    month(1, -1),
    'Feb 2018: 1 new customer, 1 returned, 1 came back from dormancy, 1 went dormant. The shop has 1 active customer less than before.',
  ],
  [
    month(2, 0),
    'Feb 2018: 2 new customers, 2 returned, 2 came back from dormancy, 2 went dormant. The number of active customers stayed the same.',
  ],
])('speaks of one customer in the singular, of several in the plural', (model, sentence) => {
  expect(summaryOf(model)).toBe(sentence);
});
