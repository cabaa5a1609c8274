import { count } from '../wording';

/** People grasp "12 of 1,000"; more than this says nothing. */
const CROWDS = [100, 1_000, 10_000];

/**
 * A churn probability beside the average's in whole people: "12 of 1,000 customers like this one are expected to buy
 * again within 180 days; the average is 11." The crowd is the smallest in which both have two digits.
 */
export function oddsSentence(churnProbability: number, baseRate: number, horizonDays: number): string {
  const [own, average] = [1 - churnProbability, 1 - baseRate];
  const crowd = CROWDS.find((size) => Math.min(own, average) * size >= 9.5) ?? CROWDS[CROWDS.length - 1] ?? 1;
  return (
    `${count(own * crowd)} of ${count(crowd)} customers like this one are expected to buy again within ` +
    `${count(horizonDays)} days; the average is ${count(average * crowd)}.`
  );
}
