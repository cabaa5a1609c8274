export * from './arrow';
export * from './build-column';
export * from './check-frame';
export * from './frame';
export * from './frame-error';
export * from './from-json';
export * from './json';
