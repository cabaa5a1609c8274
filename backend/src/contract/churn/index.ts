export * from './bands';
export * from './frames';
export * from './kinds';
export * from './most-at-stake';
export * from './query';
export * from './score-steps';
