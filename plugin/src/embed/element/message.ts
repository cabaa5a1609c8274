import type { FrameMessage } from '../frame/parent';

/** Highest frame in px; a page around must not be made endless. */
const MAX_HEIGHT = 20_000;

/** A message of an embedded page; undefined when it is anything else. */
export function readMessage(data: unknown): FrameMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const held = new Map<string, unknown>(Object.entries(data));
  if (held.get('source') !== 'churnwatch') return undefined;
  const [height, title, message] = [held.get('height'), held.get('title'), held.get('message')];
  switch (held.get('type')) {
    case 'size':
      if (typeof height !== 'number' || !(height > 0)) return undefined;
      return { type: 'size', height: Math.min(MAX_HEIGHT, Math.ceil(height)) };
    case 'ready':
      return { type: 'ready', title: typeof title === 'string' ? title : '' };
    case 'error':
      return { type: 'error', message: typeof message === 'string' ? message : '' };
    default:
      return undefined;
  }
}
