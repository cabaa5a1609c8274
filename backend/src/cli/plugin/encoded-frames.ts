import type { Frame } from '../../contract';
import { encodeArrow } from '../../frames';

/**
 * Frames in their encoded form. The frames of a cached answer are the same objects each time, so their encoded form is
 * kept as long as they are.
 */
export class EncodedFrames {
  private readonly known = new WeakMap<Frame, { refId: string; bytes: Uint8Array }>();

  /** The frame as an Arrow file; as it is when it cannot be encoded, so that whoever sends it refuses this answer alone. */
  get(frame: Frame, refId: string): Uint8Array | Frame {
    const known = this.known.get(frame);
    if (known?.refId === refId) return known.bytes;
    const named = { ...frame, refId };
    try {
      const bytes = encodeArrow(named);
      this.known.set(frame, { refId, bytes });
      return bytes;
    } catch {
      return named;
    }
  }
}
