import './.config/jest-setup';
import { configure } from '@testing-library/react';

// A page's code is loaded when it is first opened: on a busy machine that takes its time.
configure({ asyncUtilTimeout: 20_000 });

/** jsdom lays nothing out, so that nothing is ever resized or scrolled into view in it. */
class StillObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

globalThis.ResizeObserver = StillObserver;
globalThis.IntersectionObserver = StillObserver;

/** jsdom has no canvas; all that is asked of one here is how wide a text is. */
HTMLCanvasElement.prototype.getContext = () => ({ measureText: (text) => ({ width: 8 * text.length }) });
