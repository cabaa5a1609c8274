export * from './kinds';
export * from './parameters';
export * from './query';
export * from './states';
