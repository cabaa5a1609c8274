import { createHash } from 'node:crypto';
import { Ajv, type ValidateFunction } from 'ajv';
import {
  END_OF_TIMES,
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
  if (impossible) return { ...refused(event, text), ...impossible };
  const strange = strangeTime(event);
  return strange === undefined ? prepared(event, time, text) : invalid(strange);
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

/**
 * Looks for a time that no shop can mean, such as the year 1 or 9999 of systems that have no other way to say "none".
 *
 * @param path where `value` stands in the event, with a dot behind it
 * @returns what is wrong with the first one
 */
function strangeTime(value: object, path = ''): string | undefined {
  for (const [name, inner] of Object.entries(value) as [string, unknown][]) {
    const where = `${path}${name}`;
    if (typeof inner === 'object' && inner !== null) {
      const found = strangeTime(inner, `${where}.`);
      if (found !== undefined) return found;
    } else if (isTime(name, inner)) {
      const time = eventTime(inner)!;
      if (time < FIRST_MOMENT) return `${where} lies before 1990: ${inner}.`;
      if (time >= END_OF_TIMES) return `${where} lies after 2199: ${inner}.`;
    }
  }
  return undefined;
}

/** All fields whose names end in `_at` are times. */
const isTime = (name: string, value: unknown): value is string => name.endsWith('_at') && typeof value === 'string';

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

function inUtc(name: string, value: unknown): unknown {
  return isTime(name, value) ? new Date(eventTime(value)!).toISOString() : value;
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
