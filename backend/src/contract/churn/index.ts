export * from './bands';
export * from './frames';
export * from './kinds';
export * from './query';
