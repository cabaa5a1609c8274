export * from './frames';
export * from './kinds';
export * from './parameters';
export * from './query';
export * from './records';
export * from './rest';
export * from './rules';
export * from './states';
