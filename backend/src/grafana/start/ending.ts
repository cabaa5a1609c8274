import { setTimeout } from 'node:timers/promises';
import type { Logger } from '../log/logger';

/** Grafana kills a plugin two seconds after it has asked it to end. */
const PATIENCE_MS = 1_200;

export interface Ending {
  /** Ends the process in order: runs `cleanUp`, for a limited time, then exits. */
  end(reason: string): void;
  /** Ends it at once, with an error. */
  abort(reason: string, error: unknown): never;
}

/**
 * The ways in which the process ends.
 * @param removeTraces removes what must not stay behind; runs at any exit, so it must be synchronous and repeatable
 */
export function prepareEnding(log: Logger, cleanUp: () => Promise<void>, removeTraces: () => void): Ending {
  let ending = false;
  process.on('exit', removeTraces);
  return {
    end: (reason) => {
      if (ending) return;
      ending = true;
      log.debug('The plugin ends', { reason });
      removeTraces();
      void Promise.race([cleanUp(), setTimeout(PATIENCE_MS)])
        .catch((error: unknown) => log.warn('Ending was not clean', { error }))
        .finally(() => process.exit(0));
    },
    abort: (reason, error) => {
      log.error(reason, { error });
      process.exit(1);
    },
  };
}
