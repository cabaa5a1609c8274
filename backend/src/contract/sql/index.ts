export * from './access';
export * from './kinds';
export * from './limits';
export * from './parameters';
export * from './query';
export * from './schema';
