import { isSeries, type Numeric, type Value } from './values';

export interface Evaluator {
  type: string;
  params: readonly number[];
}

const TESTS: Readonly<Record<string, (value: number, params: readonly number[]) => boolean>> = {
  gt: (value, [limit = 0]) => value > limit,
  gte: (value, [limit = 0]) => value >= limit,
  lt: (value, [limit = 0]) => value < limit,
  lte: (value, [limit = 0]) => value <= limit,
  outside_range: (value, [from = 0, to = 0]) => value < from || value > to,
};

/** True where a value lies where an evaluator looks for it. @throws Error for an evaluator that is not known */
export function passes({ type, params }: Evaluator, value: number): boolean {
  const test = TESTS[type];
  if (!test) throw new Error(`there is no evaluator ${type}`);
  return test(value, params);
}

/** 1 where a number is past the threshold, 0 where it is not; what is missing stays missing. */
export function threshold(evaluator: Evaluator, values: readonly Value[]): Numeric[] {
  return values.map((value) => {
    if (isSeries(value)) throw new Error('a series must be reduced before it is compared');
    return { labels: value.labels, value: value.value === null ? null : Number(passes(evaluator, value.value)) };
  });
}
