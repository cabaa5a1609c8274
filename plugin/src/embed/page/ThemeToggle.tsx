import { ToolbarButton } from '@grafana/ui';
import React from 'react';
import { t } from '../../language/t';
import type { ThemeMode } from '../host/useThemeMode';

interface Props {
  mode: ThemeMode;
  onChange: (mode: ThemeMode) => void;
}

/** Switches between the dark and the light page. */
export function ThemeToggle({ mode, onChange }: Props) {
  const other = mode === 'dark' ? 'light' : 'dark';
  const label =
    other === 'light'
      ? t('embed.theme.light', 'Switch to the light theme')
      : t('embed.theme.dark', 'Switch to the dark theme');
  return <ToolbarButton icon="palette" tooltip={label} aria-label={label} onClick={() => onChange(other)} />;
}
