import { useCallback, useEffect, useRef, type RefObject } from 'react';

/**
 * Keeps the keyboard's place over a change: the button that was pressed is disabled while the change is on its way, and may
 * be gone after it, and a browser then forgets where its reader was.
 *
 * @param busy true while the change is on its way
 * @param fallback where to go when the button is gone, or offers nothing any more
 * @returns to be called when a button is pressed
 */
export function useKeptFocus(busy: boolean, fallback: RefObject<HTMLElement>): () => void {
  const pressed = useRef<Element | null>(null);
  useEffect(() => {
    const button = pressed.current;
    if (busy || button === null) return;
    pressed.current = null;
    const isThere = button instanceof HTMLElement && button.isConnected && !button.matches(':disabled');
    (isThere ? button : fallback.current)?.focus();
  }, [busy, fallback]);
  return useCallback(() => {
    pressed.current = document.activeElement;
  }, []);
}
