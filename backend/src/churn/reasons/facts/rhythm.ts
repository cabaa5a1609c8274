import { formatsIn } from '../format';
import { comparedWithTypical, type Describe } from './fact';
import { reorderTimesAfter } from './reorder-times-after';

const { counted, days, plain, share } = formatsIn('en');

const ORDINALS = ['a first order', 'a second order', 'a third or later order'];

/** Sentences about when and how often the customer buys. */
export const RHYTHM_FACTS: Record<string, Describe> = {
  recency_days: (subject) => {
    const fact = subject.value < 0.5 ? 'Last order on the day of the score' : `Last order ${days(subject.value)} ago`;
    const times = reorderTimesAfter(subject.valueOf('frequency'), subject.context);
    if (!times) return comparedWithTypical(fact, subject);
    const after = ORDINALS[times.number - 1] ?? 'an order';
    return {
      fact,
      comparison: `half of the customers who came back after ${after} did so within ${days(times.median)}`,
    };
  },
  days_since_delivery: (subject) => comparedWithTypical(`Last delivery ${days(subject.value)} ago`, subject),
  frequency: ({ value, context }) => {
    const first = context.reorderTimes?.find(({ number }) => number === 1);
    const fact = value <= 1 ? 'Has bought on one day only' : `Has bought on ${counted(value, 'day', 'days')}`;
    if (!first || first.occasions <= 0) return { fact };
    const once = share(1 - first.cameBack / first.occasions);
    return { fact, comparison: value <= 1 ? `so have ${once} of customers` : `${once} of customers bought only once` };
  },
  same_day_orders: ({ value }) =>
    value < 0.5
      ? { fact: 'Never placed two orders on one day' }
      : { fact: `Placed ${counted(value, 'extra order', 'extra orders')} on a day with an order already` },
  tenure_days: (subject) => comparedWithTypical(`First order ${days(subject.value)} ago`, subject),
  mean_gap_days: ({ value }) => ({ fact: `Usually ${days(value)} between orders` }),
  longest_gap_days: ({ value }) => ({ fact: `At most ${days(value)} between two orders` }),
  gaps_overdue: ({ value }) =>
    value < 1
      ? { fact: 'The usual time between orders is not over yet' }
      : { fact: `Silent for ${plain(value)} times the usual gap between orders` },
  return_chance: ({ value, context }) => ({
    fact: `Buying rhythm alone gives a ${share(value)} chance of an order within ${days(context.horizonDays)}`,
  }),
};
