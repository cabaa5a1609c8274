import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { FactsTooltip } from '../../../components/picture/FactsTooltip';
import { useArrowKeys } from '../../../components/picture/useArrowKeys';
import type { Drawing } from './drawing';
import { DotMark } from './DotMark';
import type { Pointed } from './pointing';
import type { Box, Extent } from './projection';
import { StateAreas } from './StateAreas';
import { StateLabels } from './StateLabels';

interface Props {
  drawing: Drawing;
  box: Box;
  extent: Extent;
  /** States that stand out; none: all do. */
  selected: readonly string[];
  /** What the picture shows, for screen readers. */
  label: string;
  /** Chooses a state, or with null goes back to all of Brazil. */
  onChoose: (state: string | null) => void;
}

/** The map: states to choose, or cities to look at; Tab goes to it, arrows go through it, Escape goes back. */
export function MapPicture({ drawing, box, extent, selected, label, onChoose }: Props) {
  const styles = useStyles2(getStyles);
  const frame = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<Pointed>();
  const { areas, dots } = drawing;
  // What was pointed at is somewhere else once the map has moved.
  useEffect(() => setPointed(undefined), [extent]);
  const current = useArrowKeys(frame, 0);
  const withDots = dots.length > 0;
  const choosable = areas.filter(({ state }) => state !== extent);
  const reached = Math.min(current, (withDots ? dots.length : choosable.length) - 1);
  const facts = pointed && factsOf(pointed.key, drawing);
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && extent !== null) onChoose(null);
  };
  return (
    // The keys go to what has the focus inside; the group only hears of Escape.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={frame} className={styles.frame} style={box} onKeyDown={leave}>
      <svg width={box.width} height={box.height} className={styles.drawing} role="group" aria-label={label}>
        <StateAreas
          areas={areas}
          extent={extent}
          selected={selected}
          quiet={withDots}
          reached={withDots ? undefined : choosable[reached]?.state}
          pointed={pointed?.key}
          onPoint={setPointed}
          onChoose={onChoose}
        />
        {!withDots && <StateLabels areas={areas} selected={selected} />}
        {dots.map((dot, index) => (
          <DotMark key={dot.key} dot={dot} reached={index === reached} onPoint={setPointed} />
        ))}
      </svg>
      {pointed && facts && <FactsTooltip {...facts} x={pointed.x} y={pointed.y} />}
    </div>
  );
}

const factsOf = (key: string, { areas, dots }: Drawing) =>
  dots.find((dot) => dot.key === key)?.facts ?? areas.find(({ state }) => state === key)?.facts;

const getStyles = (theme: GrafanaTheme2) => ({
  frame: css({ position: 'relative', flexShrink: 0 }),
  drawing: css({ display: 'block', overflow: 'hidden', fontFamily: theme.typography.fontFamily }),
});
