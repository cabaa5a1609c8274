import { surfaceOn } from '@contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import React, { useId, type KeyboardEvent } from 'react';
import { factsText } from '../../../components/picture/facts';
import type { StateArea } from './drawing';
import { pointing, presses, type OnPoint } from './pointing';
import type { Extent } from './projection';

interface Props {
  areas: readonly StateArea[];
  extent: Extent;
  selected: readonly string[];
  /** True where circles are what counts: states are then ground, without a shade. */
  quiet: boolean;
  /** The state that the Tab key leads to; absent: none, since circles take the keyboard. */
  reached?: string;
  /** The area that is pointed at. */
  pointed?: string;
  onPoint: OnPoint;
  onChoose: (state: string) => void;
}

const FADED = 0.35;

/** The states, each a button that chooses it; borders of those that stand out are drawn over all others. */
export function StateAreas(props: Props) {
  const { areas, extent, selected, quiet, reached, pointed, onPoint, onChoose } = props;
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const hatching = useId();
  const fill = ({ state, shade }: StateArea): string => {
    if (quiet) return state === extent ? theme.colors.background.secondary : theme.colors.background.canvas;
    if (shade.kind === 'class') return shade.color;
    return shade.kind === 'absent' ? `url(#${hatching})` : theme.colors.background.secondary;
  };
  const away = ({ state }: StateArea): boolean =>
    extent === null ? selected.length > 0 && !selected.includes(state) : state !== extent;
  const press = (state: string) => (event: KeyboardEvent) => {
    if (!presses(event)) return;
    event.preventDefault();
    onChoose(state);
  };
  return (
    <>
      <Hatching id={hatching} theme={theme} />
      {areas.map((area) => (
        <path
          key={area.state}
          d={area.outline}
          className={area.state === extent ? styles.ground : styles.area}
          fill={fill(area)}
          fillOpacity={away(area) && !quiet ? FADED : 1}
          stroke={quiet || area.shade.kind !== 'class' ? theme.colors.border.medium : surfaceOn(theme.isDark)}
          data-state={area.state}
          {...(area.state === extent ? {} : { ...pointing(area.state, onPoint), onClick: () => onChoose(area.state) })}
          {...(area.state === extent || reached === undefined
            ? { 'aria-hidden': true }
            : {
                role: 'button',
                tabIndex: area.state === reached ? 0 : -1,
                'aria-label': factsText(area.facts),
                'aria-pressed': selected.includes(area.state),
                onKeyDown: press(area.state),
              })}
        />
      ))}
      {areas
        .filter(({ state }) => state === pointed || (state !== extent && selected.includes(state)))
        .map(({ state, outline }) => (
          <path key={state} d={outline} className={styles.outline} aria-hidden="true" />
        ))}
    </>
  );
}

/** The ground of states without customers, which must not be taken for the palest colour. */
function Hatching({ id, theme }: { id: string; theme: GrafanaTheme2 }) {
  return (
    <defs>
      <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width={6} height={6} fill={theme.colors.background.primary} />
        <line x1={0} y1={0} x2={0} y2={6} stroke={theme.colors.border.strong} strokeWidth={2} />
      </pattern>
    </defs>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  area: css({ cursor: 'pointer', strokeWidth: 1, strokeLinejoin: 'round', '&:focus': { outline: 'none' } }),
  ground: css({ strokeWidth: 1, strokeLinejoin: 'round' }),
  outline: css({
    fill: 'none',
    stroke: theme.colors.text.maxContrast,
    strokeWidth: 2,
    strokeLinejoin: 'round',
    pointerEvents: 'none',
  }),
});
