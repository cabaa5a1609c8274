export * from './answer';
export * from './customers';
export * from './model';
export * from './parameters';
export * from './predict';
export * from './stats';
export type { RowSchema, Schema } from './schema';
