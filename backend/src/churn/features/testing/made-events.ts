import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays } from '../../../contract';
import { SOURCES } from '../../../warehouse/load/sources';
import { seededRandom } from '../../evaluation';

/** What a customer did besides ordering, as a row of a supplement; times as DuckDB reads them, in UTC. */
export type MadeEvent = Readonly<Record<'customer_unique_id' | 'event_type' | 'occurred_at', string>>;

const FROM_THE_START = ['payment_failed', 'email_opened', 'email_clicked', 'page_viewed'];
const KINDS = [...FROM_THE_START, 'support_ticket_opened'];

/** The persons in a shop's files, each once. */
export async function personsIn(data: string): Promise<string[]> {
  const text = await readFile(join(data, `${SOURCES.customers.file}.csv`), 'utf8');
  const [, ...lines] = text.trim().replaceAll('"', '').split(/\r?\n/);
  return [...new Set(lines.map((line) => line.split(',')[1] ?? ''))];
}

/** Up to five events of each person between two days; of support tickets, the shop tells from the middle on. */
export function madeEvents(persons: readonly string[], { from, to }: { from: string; to: string }): MadeEvent[] {
  const random = seededRandom(5);
  const [first, last] = [Date.parse(from), Date.parse(to)];
  return persons.flatMap((person) =>
    Array.from({ length: Math.floor(6 * random()) }, () => {
      const share = random();
      const kinds = share < 0.5 ? FROM_THE_START : KINDS;
      const at = new Date(first + share * (last - first));
      return eventOf(person, kinds[Math.floor(kinds.length * random())]!, at.toISOString());
    }),
  );
}

/** Events of a person in the last millisecond of each day, and in the first of the next. */
export function eventsAround(person: string, days: readonly string[]): MadeEvent[] {
  return days.flatMap((day) => [
    eventOf(person, 'payment_failed', `${day} 23:59:59.999`),
    eventOf(person, 'payment_failed', `${addDays(day, 1)} 00:00:00`),
    eventOf(person, 'page_viewed', `${addDays(day, 1)} 00:00:00`),
  ]);
}

/** Those up to the end of a day. */
export function until(events: readonly MadeEvent[], day: string): MadeEvent[] {
  return events.filter(({ occurred_at }) => occurred_at.slice(0, 10) <= day);
}

function eventOf(person: string, type: string, at: string): MadeEvent {
  return { customer_unique_id: person, event_type: type, occurred_at: at.replace('T', ' ').replace('Z', '') };
}
