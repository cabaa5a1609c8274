import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { parseUrlState } from '../url/urlState';
import { changeQuery, usePlace } from './location';
import { remember, remembered } from './remembered';

export type ThemeMode = 'dark' | 'light';

const KEY = 'churnwatch.theme';
const PREFERS_LIGHT = '(prefers-color-scheme: light)';

/** Dark or light: as the address says, else as last chosen here, else as the reader's system prefers. */
export function useThemeMode(): [ThemeMode, (mode: ThemeMode) => void] {
  const { search } = usePlace();
  const system = useSyncExternalStore<ThemeMode>(onSystem, systemMode);
  const mode = parseUrlState(search).theme ?? lastChosen() ?? system;
  const choose = useCallback((chosen: ThemeMode) => {
    remember(KEY, chosen);
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

function lastChosen(): ThemeMode | undefined {
  const mode = remembered(KEY);
  return mode === 'dark' || mode === 'light' ? mode : undefined;
}
