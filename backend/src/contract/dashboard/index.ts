export * from './fields';
export * from './moments';
export * from './saved';
export * from './selection';
export * from './translate';
