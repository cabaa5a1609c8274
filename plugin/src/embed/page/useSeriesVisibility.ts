import { FieldMatcherID, type FieldConfigSource } from '@grafana/data';
import { SeriesVisibilityChangeMode } from '@grafana/ui';
import { useMemo, useState } from 'react';

export interface SeriesVisibility {
  toggle: (name: string, mode: SeriesVisibilityChangeMode) => void;
  /** The configuration that hides what the reader has hidden. */
  apply: (config: FieldConfigSource) => FieldConfigSource;
}

/** Names of the only series shown; empty: all. */
type Shown = readonly string[];

/** Which series a reader wants to see, by clicks on the legend: one alone, or with Ctrl one more. */
export function useSeriesVisibility(): SeriesVisibility {
  const [shown, setShown] = useState<Shown>([]);
  return useMemo(
    () => ({
      toggle: (name, mode) => setShown((before) => toggle(before, name, mode)),
      apply: (config) => hideOthers(config, shown),
    }),
    [shown],
  );
}

function toggle(shown: Shown, name: string, mode: SeriesVisibilityChangeMode): Shown {
  if (mode === SeriesVisibilityChangeMode.ToggleSelection) return shown.length === 1 && shown[0] === name ? [] : [name];
  return shown.includes(name) ? shown.filter((one) => one !== name) : [...shown, name];
}

function hideOthers(config: FieldConfigSource, shown: Shown): FieldConfigSource {
  if (shown.length === 0) return config;
  const rule = {
    matcher: {
      id: FieldMatcherID.byNames,
      options: { mode: 'exclude', names: shown, prefix: 'All except:', readOnly: true },
    },
    properties: [{ id: 'custom.hideFrom', value: { viz: true, legend: false, tooltip: true } }],
  };
  return { ...config, overrides: [...config.overrides, rule] };
}
