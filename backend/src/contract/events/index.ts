export * from './limits';
export * from './moment';
export * from './receipt';
export * from './status';
export * from './types';
