/** A frame that Grafana could not read, or would show wrongly. */
export class FrameError extends Error {
  override readonly name = 'FrameError';
}
