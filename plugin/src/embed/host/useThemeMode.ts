import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { parseUrlState } from '../url/urlState';
import { changeQuery, usePlace } from './location';

export type ThemeMode = 'dark' | 'light';

const KEY = 'churnwatch.theme';
const PREFERS_LIGHT = '(prefers-color-scheme: light)';

/** Dark or light: as the address says, else as last chosen here, else as the reader's system prefers. */
export function useThemeMode(): [ThemeMode, (mode: ThemeMode) => void] {
  const { search } = usePlace();
  const system = useSyncExternalStore<ThemeMode>(onSystem, systemMode);
  const mode = parseUrlState(search).theme ?? remembered() ?? system;
  const choose = useCallback((chosen: ThemeMode) => {
    remember(chosen);
    changeQuery({ theme: chosen }, true);
  }, []);
  useEffect(() => {
    document.documentElement.style.colorScheme = mode;
  }, [mode]);
  return [mode, choose];
}

function onSystem(listener: () => void): () => void {
  const query = window.matchMedia(PREFERS_LIGHT);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

function systemMode(): ThemeMode {
  return window.matchMedia(PREFERS_LIGHT).matches ? 'light' : 'dark';
}

/** Inside another site's frame a browser may refuse storage; then the choice lives in the address only. */
function remembered(): ThemeMode | undefined {
  try {
    const mode = window.localStorage.getItem(KEY);
    return mode === 'dark' || mode === 'light' ? mode : undefined;
  } catch {
    return undefined;
  }
}

function remember(mode: ThemeMode): void {
  try {
    window.localStorage.setItem(KEY, mode);
  } catch {
    // Nothing is lost: the address says it too.
  }
}
