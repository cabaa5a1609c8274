/** What an embedded page tells the page around it. */
export type FrameMessage =
  /** Height of the content in px, whenever it changes. */
  | { type: 'size'; height: number }
  /** Every panel has been drawn, or says why not. */
  | { type: 'ready'; title: string }
  | { type: 'error'; message: string };

/** By which the page around knows our messages from others'. */
const SOURCE = 'churnwatch';

/** Tells the page around this one, and no other: a browser delivers a message only to the origin that it is meant for. */
export function tellParent(message: FrameMessage): void {
  const origin = parentOrigin();
  if (origin !== undefined) window.parent.postMessage({ source: SOURCE, ...message }, origin);
}

/**
 * The origin of the page around this one: as it says itself in the address (the browser compares it with the truth), else
 * as the browser says. Undefined when there is none, or nobody knows.
 */
export function parentOrigin(): string | undefined {
  if (window.parent === window) return undefined;
  const said = new URLSearchParams(window.location.search).get('parent');
  const ancestor = 'ancestorOrigins' in window.location ? window.location.ancestorOrigins[0] : undefined;
  return originOf(said) ?? originOf(ancestor) ?? originOf(document.referrer);
}

function originOf(address: string | null | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const { origin, protocol } = new URL(address);
  return /^https?:$/.test(protocol) ? origin : undefined;
}
