export * from './frames';
export * from './kinds';
export * from './parameters';
export * from './query';
