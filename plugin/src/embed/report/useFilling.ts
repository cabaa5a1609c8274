import { useEffect, useState } from 'react';
import { whenSettled } from './whenSettled';

type Changes = Readonly<Record<string, number>>;

const NONE: Changes = {};
/** Told by the program that prints the page, once it knows the paper; it waits until the page is ready anew. */
const FILL = 'churnwatch-fill';

/**
 * Tells the program that prints the page when it is ready, which is once it is drawn and says what it lacks.
 *
 * @returns by how many px that program wants bands higher or lower, by their keys
 */
export function useFilling(drawn: boolean): Changes {
  const [changes, setChanges] = useState(NONE);
  useEffect(() => {
    const take = (event: Event) => {
      if (event instanceof CustomEvent) setChanges({ ...(event.detail as Changes) });
    };
    document.documentElement.addEventListener(FILL, take);
    return () => document.documentElement.removeEventListener(FILL, take);
  }, []);
  useEffect(() => {
    if (!drawn) return;
    // Another height can bring other rows into sight, or have a picture ask for more.
    return whenSettled('[data-embed-panel]', () => {
      document.documentElement.dataset.reportReady = 'true';
    });
  }, [drawn, changes]);
  return changes;
}
