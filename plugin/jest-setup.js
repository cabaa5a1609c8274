import './.config/jest-setup';

/** jsdom lays nothing out, so that nothing is ever resized in it. */
class StillResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

globalThis.ResizeObserver = StillResizeObserver;
