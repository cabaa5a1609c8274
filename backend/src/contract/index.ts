export * from './column';
export * from './frame';
export * from './kinds';
export * from './query';
export * from './segments';
export * from './settings';
export * from './status';
