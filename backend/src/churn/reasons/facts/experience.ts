import { formatsIn } from '../format';
import { comparedWithTypical, type Describe } from './fact';

const { counted, days, stars } = formatsIn('en');

/** Sentences about what the customer lived through: delivery and reviews. */
export const EXPERIENCE_FACTS: Record<string, Describe> = {
  delay_days: ({ value, typical }) => {
    const fact = `Average delivery came ${againstPromise(value)}`;
    if (!Number.isFinite(typical)) return { fact };
    if (againstPromise(typical) === againstPromise(value)) return { fact, comparison: 'as is typical' };
    return { fact, comparison: `the typical customer's came ${againstPromise(typical)}` };
  },
  delivery_days: (subject) => comparedWithTypical(`Delivery took ${days(subject.value)} on average`, subject),
  promised_days: (subject) => comparedWithTypical(`Delivery was promised within ${days(subject.value)}`, subject),
  handling_days: (subject) =>
    comparedWithTypical(`It took ${days(subject.value)} until the carrier had the parcel`, subject),
  undelivered_orders: ({ value }) =>
    value < 0.5
      ? { fact: 'Every order has arrived' }
      : { fact: `${counted(value, 'order has', 'orders have')} not arrived yet` },
  overdue_orders: ({ value }) =>
    value < 0.5
      ? { fact: 'No order is overdue' }
      : { fact: `${counted(value, 'order is', 'orders are')} overdue: promised, but not delivered` },
  review_score: (subject) => {
    const once = subject.valueOf('frequency') === 1;
    return comparedWithTypical(
      once ? `Rated the last order ${stars(subject.value)}` : `Rates orders ${stars(subject.value)} on average`,
      subject,
    );
  },
  worst_review: (subject) => comparedWithTypical(`The worst review was ${stars(subject.value)}`, subject),
};

function againstPromise(delay: number): string {
  const whole = Math.round(delay);
  if (whole === 0) return 'on the promised day';
  return `${days(Math.abs(whole))} ${whole > 0 ? 'late' : 'early'}`;
}
