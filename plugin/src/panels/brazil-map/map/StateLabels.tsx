import { LABEL_LEADING, labelHeight, mix, readableOn, surfaceOn } from '@contract';
import { useTheme2 } from '@grafana/ui';
import React from 'react';
import type { StateArea } from './drawing';

interface Props {
  areas: readonly StateArea[];
  selected: readonly string[];
}

const FADED = 0.65;

/** The codes of the states, and what each is worth, where they fit. */
export function StateLabels({ areas, selected }: Props) {
  const theme = useTheme2();
  const color = ({ state, shade }: StateArea): string => {
    if (shade.kind !== 'class') return theme.colors.text.primary;
    const away = selected.length > 0 && !selected.includes(state);
    return readableOn(away ? mix(shade.color, surfaceOn(theme.isDark), FADED) : shade.color);
  };
  return (
    <g pointerEvents="none" aria-hidden="true" textAnchor="middle">
      {areas.map((area) => {
        const { state, label } = area;
        if (!label) return null;
        let y = label.y - labelHeight(label.lines) / 2;
        return label.lines.map(({ text, size, strong }) => {
          y += size * LABEL_LEADING;
          return (
            <text
              key={`${state} ${text}`}
              x={label.x}
              y={y - size * 0.3}
              fontSize={size}
              fontWeight={strong ? 600 : 400}
              fill={color(area)}
            >
              {text}
            </text>
          );
        });
      })}
    </g>
  );
}
