export type * from './handlers';
export type { Fields } from './log/log-line';
export { createLogger, type Logger } from './log/logger';
export { RequestError } from './rpc/errors';
export { servePlugin } from './start/serve-plugin';
