export * from './bodies';
export type { FileSummary, LoadsBody, LoadSummary, RejectSummary } from './loads';
export type { KeptModel, ModelsBody } from './models';
