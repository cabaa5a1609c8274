import type { Frame } from '../../contract';
import { encodeArrow } from '../../frames';

/** Anybody can name queries as they like: more names are encoded each time. */
const MOST_REF_IDS = 4;

/**
 * Frames in their encoded form. The frames of a cached answer are the same objects each time, so their encoded form is
 * kept as long as they are.
 */
export class EncodedFrames {
  /** By refId, of which a dashboard has few. */
  private readonly known = new WeakMap<Frame, Map<string, Uint8Array>>();

  /** The frame as an Arrow file; as it is when it cannot be encoded, so that whoever sends it refuses this answer alone. */
  get(frame: Frame, refId: string): Uint8Array | Frame {
    const made = this.known.get(frame) ?? new Map<string, Uint8Array>();
    const known = made.get(refId);
    if (known) return known;
    const named = { ...frame, refId };
    try {
      const bytes = encodeArrow(named);
      if (made.size < MOST_REF_IDS) this.known.set(frame, made.set(refId, bytes));
      return bytes;
    } catch {
      return named;
    }
  }
}
