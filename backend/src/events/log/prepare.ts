import { createHash } from 'node:crypto';
import { Ajv, type ValidateFunction } from 'ajv';
import {
  EVENT_LIMITS,
  EVENT_TYPES,
  eventTime,
  FIRST_MOMENT,
  type EventType,
  type Rejection,
  type ShopEvent,
} from '../../contract';
import { EVENT_SCHEMAS } from '../../contract/events/schemas';
import { inWords, shown } from './words';

/** An event as the log keeps it. */
export interface PreparedEvent {
  id: string;
  type: EventType;
  customerId: string;
  orderId: string | null;
  /** RFC 3339 in UTC. */
  occurredAt: string;
  /** Its own fields, as JSON; times in UTC. */
  body: string;
  digest: string;
  /** The whole of it, as JSON. */
  text: string;
}

/** An event that cannot be used. */
export interface RefusedEvent {
  id: string | null;
  customerId: string | null;
  rejection: Rejection;
  reason: string;
  /** What came, as JSON text; the beginning of it when it was too large. */
  text: string;
}

/** An event, and who sent it. */
export interface SentEvent<Event = PreparedEvent | RefusedEvent> {
  event: Event;
  source: string;
}

/** So much is kept of what was too large. */
export const KEPT_CHARACTERS = 1_000;

const ajv = new Ajv({
  strict: true,
  strictTypes: false,
  verbose: true,
  formats: { 'date-time': (text: string) => eventTime(text) !== undefined },
});
const validators = new Map<unknown, ValidateFunction<ShopEvent>>(
  EVENT_TYPES.map((type) => [type, ajv.compile<ShopEvent>(EVENT_SCHEMAS[type])]),
);

/**
 * Checks what came as an event, and brings it into the form in which it is kept.
 *
 * @param now in ms since 1970-01-01 UTC
 */
export function prepareEvent(event: unknown, now: number): PreparedEvent | RefusedEvent {
  const text = textOf(event);
  if (text === undefined) {
    return { ...refused(event, ''), rejection: 'invalid', reason: 'The event is nested too deeply.' };
  }
  const bytes = Buffer.byteLength(text);
  if (bytes > EVENT_LIMITS.eventBytes) {
    const reason = `The event has ${bytes} bytes; ${EVENT_LIMITS.eventBytes} is the most.`;
    return { ...refused(event, text.slice(0, KEPT_CHARACTERS)), rejection: 'too_large', reason };
  }
  const invalid = (reason: string): RefusedEvent => ({ ...refused(event, text), rejection: 'invalid', reason });
  if (!isRecord(event)) return invalid(`An event must be an object, not ${shown(event)}.`);
  const validate = validators.get(event['type']);
  if (validate === undefined) {
    return invalid(`type cannot be ${shown(event['type'])}; known: ${EVENT_TYPES.join(', ')}.`);
  }
  if (!validate(event)) return invalid(inWords(validate.errors));
  const time = eventTime(event.occurred_at)!;
  const impossible = impossibleTime(time, now, event.occurred_at);
  return impossible ? { ...refused(event, text), ...impossible } : prepared(event, time, text);
}

export const isRefused = (event: PreparedEvent | RefusedEvent): event is RefusedEvent => 'rejection' in event;

function impossibleTime(
  time: number,
  now: number,
  given: string,
): Pick<RefusedEvent, 'rejection' | 'reason'> | undefined {
  if (time > now + EVENT_LIMITS.aheadMs) {
    const clock = new Date(now).toISOString();
    return { rejection: 'future', reason: `occurred_at is future-dated: ${given}, while it is ${clock}.` };
  }
  if (time >= FIRST_MOMENT) return undefined;
  return { rejection: 'too_old', reason: `occurred_at lies before 1990: ${given}.` };
}

function prepared(event: ShopEvent, time: number, text: string): PreparedEvent {
  const { id, type, occurred_at: _given, customer_id: customerId, ...own } = event;
  const body = JSON.stringify(own, inUtc);
  const occurredAt = new Date(time).toISOString();
  const orderId = 'order_id' in event ? (event.order_id ?? null) : null;
  const digest = createHash('sha256')
    .update(JSON.stringify([type, occurredAt, customerId, sorted(JSON.parse(body))]))
    .digest('base64url')
    .slice(0, 22);
  return { id, type, customerId, orderId, occurredAt, body, digest, text };
}

/** All fields whose names end in `_at` are times. */
function inUtc(name: string, value: unknown): unknown {
  if (!name.endsWith('_at') || typeof value !== 'string') return value;
  return new Date(eventTime(value)!).toISOString();
}

/** The same value, with the fields of objects in the order of their names. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => [name, sorted(inner)]);
}

function refused(event: unknown, text: string): Pick<RefusedEvent, 'id' | 'customerId' | 'text'> {
  const idIn = (name: string): string | null => {
    const id = isRecord(event) && Object.hasOwn(event, name) ? event[name] : undefined;
    return typeof id === 'string' && id.length <= EVENT_LIMITS.idLength && isId(id) ? id : null;
  };
  return { id: idIn('id'), customerId: idIn('customer_id'), text };
}

const isId = ajv.compile(EVENT_SCHEMAS.page_viewed.properties['id']!);

/** Undefined for what cannot be written as JSON, such as lists nested thousands deep. */
function textOf(event: unknown): string | undefined {
  try {
    return JSON.stringify(event) ?? String(event);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
