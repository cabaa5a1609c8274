import { rangeUtil } from '@grafana/data';
import { useEffect } from 'react';

/** Least ms between two calls, whatever the address asks for: a reader gains nothing from more, and the server loses. */
const LEAST_MS = 5_000;

/** Calls `act` again and again while the page is in sight. @param interval such as `30s`; empty or unreadable: never */
export function useInterval(interval: string, act: () => void): void {
  useEffect(() => {
    const ms = toMs(interval);
    if (ms === undefined) return;
    const timer = window.setInterval(() => {
      if (document.visibilityState === 'visible') act();
    }, ms);
    return () => window.clearInterval(timer);
  }, [interval, act]);
}

function toMs(interval: string): number | undefined {
  if (!/^\d+(ms|[smhdwMy])$/.test(interval)) return undefined;
  return Math.max(LEAST_MS, rangeUtil.intervalToMs(interval));
}
