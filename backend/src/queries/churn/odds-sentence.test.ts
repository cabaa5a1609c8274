import { oddsSentence } from './odds-sentence';

it.each([
  [0.988, 0.989, '12 of 1,000 customers like this one are expected to buy again within 180 days; the average is 11.'],
  [0.4, 0.5, '60 of 100 customers like this one are expected to buy again within 180 days; the average is 50.'],
  [0.88, 0.989, '120 of 1,000 customers like this one are expected to buy again within 180 days; the average is 11.'],
  [0.9996, 0.994, '4 of 10,000 customers like this one are expected to buy again within 180 days; the average is 60.'],
  [1, 1, '0 of 10,000 customers like this one are expected to buy again within 180 days; the average is 0.'],
])('a churn probability of %d beside %d', (own, average, sentence) => {
  expect(oddsSentence(own, average, 180)).toBe(sentence);
});
