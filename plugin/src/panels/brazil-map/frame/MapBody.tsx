import { stateName } from '@contract';
import { css } from '@emotion/css';
import { useTheme2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { t } from '../../../language/t';
import { Legend } from '../legend/Legend';
import { drawMap, type Scene } from '../map/drawing';
import { MapPicture } from '../map/MapPicture';
import { figureName } from '../measures';
import type { Parts } from './divide';
import { notesOf } from './notes';

interface Props extends Omit<Scene, 'box' | 'theme'> {
  parts: Parts;
  selected: readonly string[];
  /** True where cities are drawn as circles. */
  withDots: boolean;
  onChoose: (state: string | null) => void;
}

const row = css({ display: 'flex', flexDirection: 'row-reverse', flexShrink: 0 });
const stack = css({ display: 'flex', flexDirection: 'column', flexShrink: 0 });

/** The map with its legend. */
export function MapBody({ parts, selected, withDots, onChoose, ...scene }: Props) {
  const theme = useTheme2();
  const { states, cities, measure, level, extent, options } = scene;
  const { width, height } = parts.picture;
  const drawing = useMemo(
    () => drawMap({ states, cities, measure, level, extent, options, theme, box: { width, height } }),
    [states, cities, measure, level, extent, options, theme, width, height],
  );
  const box = { width, height };
  const unknown = (withDots ? cities : states).every(({ figures }) => figures[measure] === null);
  const values = { measure: figureName(measure), state: extent === null ? '' : stateName(extent) };
  return (
    <div className={parts.legend.beside ? row : stack}>
      <MapPicture
        drawing={drawing}
        box={box}
        extent={extent}
        selected={selected}
        label={titleOf(values, withDots, extent !== null)}
        onChoose={onChoose}
      />
      {parts.legend.height > 0 && (
        <Legend
          drawing={drawing}
          measure={measure}
          withDots={withDots}
          box={{ width: parts.legend.width, height: parts.legend.height }}
          picture={box}
          beside={parts.legend.beside}
          notes={notesOf({ drawing, withDots, extent, hasCities: cities.length > 0, unknown })}
        />
      )}
    </div>
  );
}

function titleOf(values: { measure: string; state: string }, withDots: boolean, zoomed: boolean): string {
  if (zoomed) {
    return withDots
      ? t('map.title.cities-of', 'Cities of {{state}} by {{measure}}', values)
      : t('map.title.state', '{{state}} and its neighbours by {{measure}}', values);
  }
  return withDots
    ? t('map.title.cities', 'Map of Brazil: cities by {{measure}}', values)
    : t('map.title.states', 'Map of Brazil: states by {{measure}}', values);
}
