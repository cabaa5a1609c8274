import { madeEvents, personsIn, type MadeEvent } from '../../../churn/features/testing/made-events';

/** One in so many persons does anything besides ordering. */
const ONE_IN = 3;

/** What some of a shop's customers do besides ordering: made up, as rows of a supplement. */
export async function engagementIn(data: string, period: { from: string; to: string }): Promise<MadeEvent[]> {
  const persons = await personsIn(data);
  return madeEvents(
    persons.filter((_, i) => i % ONE_IN === 0),
    period,
  ).sort((a, b) => (a.occurred_at < b.occurred_at ? -1 : 1));
}

/** The same as events that a shop sends. */
const sentAs = ({ customer_unique_id, event_type, occurred_at }: MadeEvent, i: number): object => ({
  id: `did-${i}`,
  type: event_type,
  customer_id: customer_unique_id,
  occurred_at: `${occurred_at.replace(' ', 'T')}Z`,
});

/** Events of orders and of engagement in the order in which they happened. */
export async function* together(
  orders: AsyncIterable<object>,
  engagement: readonly MadeEvent[],
): AsyncGenerator<object> {
  const others = engagement.map(sentAs);
  let next = 0;
  for await (const event of orders) {
    while (next < others.length && timeOf(others[next]!) < timeOf(event)) yield others[next++]!;
    yield event;
  }
  yield* others.slice(next);
}

const timeOf = (event: object): number => Date.parse('occurred_at' in event ? String(event.occurred_at) : '');
