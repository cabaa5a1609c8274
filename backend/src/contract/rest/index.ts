export * from './bodies';
export type { BackupMade } from './backup';
export type { DeadLettersBody, EventsBody } from './events';
export type { FileSummary, LoadsBody, LoadSummary, RejectSummary } from './loads';
export type { KeptModel, ModelsBody } from './models';
export type { WebhookNumbers, WebhookReceiver, WebhooksStatus } from './webhooks';
