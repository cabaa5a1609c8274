import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { Score } from '../data/model';
import { BandChip } from '../score/BandChip';
import { Scale, SCALE_HEIGHT } from '../score/Scale';

interface Props {
  score: Score;
  width: number;
  height: number;
}

const CHIP_HEIGHT = 34;
const SCALE_FROM = 140;

/** The band and, where it fits, the scale: what can be read in the smallest of panels. */
export function TinyView({ score, width, height }: Props) {
  const styles = useStyles2(getStyles);
  const withScale = width >= SCALE_FROM && height >= SCALE_HEIGHT + CHIP_HEIGHT;
  return (
    <div className={styles.tiny} style={{ width, height }} title={score.sentence}>
      <BandChip band={score.band} />
      {withScale && <Scale score={score} width={width} />}
    </div>
  );
}

const getStyles = () => ({
  tiny: css({
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: 8,
    overflow: 'hidden',
  }),
});
