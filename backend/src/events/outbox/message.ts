import type { WarningNews } from '../../contract';
import { shortId } from '../../warehouse/short-id';

/**
 * The JSON text that a receiver gets: see docs/webhooks.md.
 *
 * @param id of this message to this receiver
 */
export function messageText(id: string, news: WarningNews, fullIds: boolean): string {
  const { seq, type, step, warning } = news;
  const customer_id = fullIds ? warning.customer_id : shortId(warning.customer_id);
  return JSON.stringify({ id, type, at: step.at, seq, warning: { ...warning, customer_id }, step });
}
