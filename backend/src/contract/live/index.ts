export * from './events';
export * from './filters';
export * from './source';
export * from './topics';
