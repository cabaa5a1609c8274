import type { GrafanaTheme2 } from '@grafana/data';
import React from 'react';

/** A pattern of slanting lines over what is not over yet. */
export function Hatch({ id, theme }: { id: string; theme: GrafanaTheme2 }) {
  return (
    <defs>
      <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width={2} height={6} fill={theme.colors.background.primary} fillOpacity={0.75} />
      </pattern>
    </defs>
  );
}
