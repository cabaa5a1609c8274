import type { Logger } from '../log/logger';

/** A request that cannot be answered as it was sent; its message is for the caller. */
export class RequestError extends Error {
  override readonly name: string = 'RequestError';
  /** As HTTP has it. */
  readonly status: number = 400;
}

/** What answers need could not be loaded; its message is for the caller, who can do nothing but tell the operator. */
export class LoadError extends RequestError {
  override readonly name = 'LoadError';
  override readonly status = 500;
}

/** A live channel that does not exist, or that the caller may not use. */
export class ChannelError extends Error {
  override readonly name = 'ChannelError';
}

/**
 * What a caller is told of an error: the message of one that is meant for callers; of any other only where the details
 * are, which are logged.
 */
export function callerMessage(error: unknown, doing: string, log: Logger): string {
  if (error instanceof RequestError || error instanceof ChannelError) return error.message;
  log.error(`${doing} failed unexpectedly`, { error });
  return `${doing} failed unexpectedly; Grafana's log says why.`;
}
