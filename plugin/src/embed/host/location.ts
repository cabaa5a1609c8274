import { useSyncExternalStore } from 'react';
import { changeSearch, type SearchChange } from '../url/urlState';

/** The part of the address that decides what is shown. */
export interface Place {
  pathname: string;
  /** With its question mark, or empty. */
  search: string;
}

const listeners = new Set<() => void>();
let place: Place = read();

function read(): Place {
  return { pathname: window.location.pathname, search: window.location.search };
}

function changed(): void {
  place = read();
  listeners.forEach((listener) => listener());
}

/** Calls `listener` on every change of the address, by this page or by the back button; returns how to stop. */
export function onPlace(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('popstate', changed);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('popstate', changed);
  };
}

export function currentPlace(): Place {
  return place;
}

export function usePlace(): Place {
  return useSyncExternalStore(onPlace, currentPlace);
}

/** Goes to an address on this page's own origin; the back button leads back. */
export function goTo(href: string): void {
  window.history.pushState(null, '', href);
  changed();
}

/**
 * Changes keys of the query string.
 *
 * @param replace true for what the reader has not chosen and does not want to step back through
 */
export function changeQuery(change: SearchChange, replace = false): void {
  const search = changeSearch(place.search, change);
  const href = `${place.pathname}${search === '' ? '' : `?${search}`}${window.location.hash}`;
  if (href === `${place.pathname}${place.search}${window.location.hash}`) return;
  window.history[replace ? 'replaceState' : 'pushState'](null, '', href);
  changed();
}
