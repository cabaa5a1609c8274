export { Outbox, type OutboxOptions } from './outbox';
export type { Secrets } from './load';
export type { OutboxTimes } from './times';
