import type { LiveEvent } from '../contract';
import { shortId } from '../warehouse/short-id';

/**
 * A live event as callers may see it who see ids shortened: without the whole id, and without what people have noted,
 * which may name the customer.
 */
export function maskedEvent<Event extends LiveEvent>(event: Event): Event {
  if (event.type === 'prediction_update') {
    const { prediction } = event;
    return { ...event, prediction: { ...prediction, customer_id: shortId(prediction.customer_id) } };
  }
  const { alert, step } = event;
  return {
    ...event,
    alert: { ...alert, customer_id: shortId(alert.customer_id) },
    step: { ...step, note: null },
  };
}
