import { ORDER_EVENT_TYPES } from '../../contract';
import type { Statements } from '../store/statements';
import { isRefused, type PreparedEvent, type RefusedEvent } from './prepare';

const NEWS_OF_ORDERS: ReadonlySet<string> = new Set(ORDER_EVENT_TYPES);

/**
 * Looks customers up in the warehouse.
 *
 * @returns those of the ids that it knows; undefined while there is no warehouse to ask
 */
export type FindCustomers = (ids: readonly string[]) => Promise<ReadonlySet<string> | undefined>;

/** Tells events of nobody that is known: neither in the warehouse, nor by an order that the log holds. */
export class KnownCustomers {
  /** Those who placed an order that no generation has yet. */
  private placed = new Set<string>();
  /** Those of them who placed theirs while they are being read anew. */
  private meanwhile: Set<string> | undefined;

  constructor(private readonly find: FindCustomers) {}

  /** Reads who placed orders after those of the current generation. */
  async read(statements: Pick<Statements, 'rows'>, foldedSeq: number): Promise<void> {
    const meanwhile = (this.meanwhile = new Set<string>());
    try {
      const rows = await statements.rows(
        `SELECT DISTINCT customer_id FROM events WHERE seq > $foldedSeq AND type = 'order_placed'`,
        { foldedSeq },
      );
      this.placed = new Set([...rows.map((row) => String(row['customer_id'])), ...meanwhile]);
    } finally {
      this.meanwhile = undefined;
    }
  }

  /** @returns the customers who placed orders */
  note(taken: readonly PreparedEvent[]): string[] {
    const customers = taken.filter(({ type }) => type === 'order_placed').map(({ customerId }) => customerId);
    for (const customer of customers) {
      this.placed.add(customer);
      this.meanwhile?.add(customer);
    }
    return customers;
  }

  /** Those of the ids that are known. */
  async among(ids: readonly string[]): Promise<ReadonlySet<string>> {
    // Whoever leaves the list while others are looked up is in a generation by then, which may not be the one that is asked.
    const { placed } = this;
    const others = ids.filter((id) => !placed.has(id));
    // Who cannot be looked up is taken at their word: without an order there is nobody to show.
    const found = others.length === 0 ? new Set<string>() : ((await this.find(others)) ?? new Set(others));
    return new Set(ids.filter((id) => placed.has(id) || found.has(id)));
  }

  /** The same events, with those refused whose customer is not known; news of orders never are. */
  async check(events: readonly (PreparedEvent | RefusedEvent)[]): Promise<(PreparedEvent | RefusedEvent)[]> {
    const placing = new Set<string>();
    const asked = new Set<string>();
    for (const event of events) {
      if (isRefused(event)) continue;
      if (event.type === 'order_placed') placing.add(event.customerId);
      else if (!NEWS_OF_ORDERS.has(event.type)) asked.add(event.customerId);
    }
    const known = await this.among([...asked].filter((id) => !placing.has(id)));
    return events.map((event) => {
      if (isRefused(event) || NEWS_OF_ORDERS.has(event.type)) return event;
      return placing.has(event.customerId) || known.has(event.customerId) ? event : ofNobody(event);
    });
  }
}

function ofNobody({ id, customerId, text }: PreparedEvent): RefusedEvent {
  const reason = `Unknown customer: ${customerId} has placed no order that is known. It is tried again when one comes.`;
  return { id, customerId, rejection: 'unknown_customer', reason, text };
}
