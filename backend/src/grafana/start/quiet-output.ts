import type { Logger } from '../log/logger';

/**
 * Keeps stdout, which belongs to the handshake, clear of whatever a library may print, and turns Node's warnings into
 * log lines.
 */
export function keepOutputQuiet(log: Logger): void {
  process.stdout.write = (text: unknown) => {
    log.debug('Something was written to stdout', { text: String(text).trimEnd() });
    return true;
  };
  process.removeAllListeners('warning');
  process.on('warning', ({ name, message }) => log.warn(`Node.js warns: ${message}`, { name }));
}
