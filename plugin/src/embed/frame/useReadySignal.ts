import { useEffect } from 'react';

/** Time in ms without any change after which a page counts as drawn: parts that come late announce themselves by then. */
const QUIET_MS = 200;

/** Calls `onReady` once, when every panel below the page's root shows its picture or says why it has none. */
export function useReadySignal(onReady: () => void): void {
  useEffect(() => {
    let timer: number | undefined;
    const look = () => {
      window.clearTimeout(timer);
      timer = isDrawn() ? window.setTimeout(finish, QUIET_MS) : undefined;
    };
    const observer = new MutationObserver(look);
    const finish = () => {
      observer.disconnect();
      onReady();
    };
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['aria-busy'],
    });
    look();
    return () => {
      observer.disconnect();
      window.clearTimeout(timer);
    };
  }, [onReady]);
}

function isDrawn(): boolean {
  return document.querySelector('[data-embed-panel]') !== null && document.querySelector('[aria-busy="true"]') === null;
}
