import { createTheme, type GrafanaTheme2 } from '@grafana/data';
import type { ThemeMode } from './useThemeMode';

const themes: Partial<Record<ThemeMode, GrafanaTheme2>> = {};

/** Grafana's dark or light theme. */
export function themeOf(mode: ThemeMode): GrafanaTheme2 {
  return (themes[mode] ??= createTheme({ colors: { mode } }));
}
