import { writeSync } from 'node:fs';
import { logLine, type Fields, type Level } from './log-line';

export interface Logger {
  debug(message: string, fields?: Fields): void;
  info(message: string, fields?: Fields): void;
  warn(message: string, fields?: Fields): void;
  error(message: string, fields?: Fields): void;
}

/** A logger that writes lines as Grafana reads them from a plugin. */
export function createLogger(write: (line: string) => void = writeToStderr): Logger {
  const at = (level: Level) => (message: string, fields?: Fields) => write(logLine(level, message, fields));
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/**
 * Writes at once, so that the last words of a dying process are not lost; not through process.stderr, which would
 * make the pipe non-blocking and lines be cut.
 */
function writeToStderr(line: string): void {
  try {
    writeSync(2, line);
  } catch {
    // Nobody reads stderr any more: there is no one left to tell.
  }
}
