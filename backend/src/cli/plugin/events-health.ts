import type { EventsStatus, WarehouseStatus } from '../../contract';
import type { HealthResult } from '../../grafana/handlers';

/** How one part fares, in sentences; what is wrong costs the whole its health. */
export interface PartHealth {
  status: HealthResult['status'];
  message: string;
}

/** A count as English writes it: `12,345`. */
export const whole = (value: number): string => value.toLocaleString('en-US');

/** So many of something, in words: `1 event`, `12 events`. */
export const counted = (count: number, one: string): string => `${whole(count)} ${one}${count === 1 ? '' : 's'}`;

/**
 * What "Save & test" says of the events that come in. That some wait is no fault, and neither is that another process
 * takes them; what keeps them from being taken is one.
 */
export function eventsHealth(events: EventsStatus): PartHealth {
  const { state, reason, problem, deadLetters } = events;
  const letters = deadLetters === 0 ? '' : ` ${counted(deadLetters, 'dead letter')} kept.`;
  if (state === 'off') return { status: 'ok', message: '' };
  if (state === 'opening') return { status: 'ok', message: 'The taking of events has not begun yet.' };
  if (state === 'elsewhere') return { status: 'ok', message: `Events are taken elsewhere: ${reason}` };
  if (state === 'unavailable') return { status: 'error', message: `Events cannot be taken: ${reason}${letters}` };
  const why = problem === undefined ? '' : ` Why: ${problem}`;
  return { status: 'ok', message: `Events are taken, ${backlogOf(events)}.${why}${letters}` };
}

function backlogOf({ waiting = 0, queued, lagSeconds }: EventsStatus): string {
  const count = Math.max(waiting, queued);
  if (count === 0) return 'none waits';
  return `${counted(count, 'event')} wait${count === 1 ? 's' : ''}, the oldest for ${whole(Math.round(lagSeconds))} s`;
}

/** What "Save & test" says of reading from Kafka: nothing where no brokers are set. A lag is no fault. */
export function kafkaHealth(kafka: NonNullable<WarehouseStatus['kafka']>): PartHealth {
  const { state, problem, lag, rejected } = kafka;
  if (state === 'off') return { status: 'ok', message: '' };
  const refused = rejected === 0 ? '' : `, ${counted(rejected, 'message')} no events`;
  const behind = `${lag === 0 ? 'nothing' : counted(lag, 'message')} behind${refused}`;
  if (state === 'interrupted') return { status: 'error', message: `Kafka is not read: ${problem} It is tried again.` };
  const why = problem === undefined ? '' : ` ${problem}`;
  return { status: 'ok', message: `${KAFKA_WORDS[state]}${state === 'reading' ? `, ${behind}` : ''}.${why}` };
}

const KAFKA_WORDS = {
  connecting: 'Kafka has not answered yet',
  reading: 'Kafka is read',
  stopped: 'Reading from Kafka has ended',
} as const;
