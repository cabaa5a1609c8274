export { OverloadedError } from './errors';
export type { FindCustomers } from './known-customers';
export type { LetterOffice } from './letter-office';
export type { TopicMessage, UnreadableMessage } from './message';
export { openEventLog, type EventLog, type EventLogOptions, type LogReader } from './log';
export { LogKeeper, NO_EVENTS, type LogKeeperOptions } from './keeper';
