import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { t } from '../../../language/t';
import { figureMeaning, figureName, MEASURES, type Measure } from '../measures';

interface Props {
  measure: Measure;
  measures: readonly Measure[];
  onMeasure: (measure: Measure) => void;
}

/** The measure to show; the browser's own list, which fits every screen and is used alike by keyboard and finger. */
export function MeasureField({ measure, measures, onMeasure }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <select
      className={styles.field}
      aria-label={t('map.measure', 'Measure')}
      title={figureMeaning(measure)}
      value={measure}
      onChange={({ target }) => {
        const chosen = MEASURES.find((one) => one === target.value);
        if (chosen) onMeasure(chosen);
      }}
    >
      {MEASURES.filter((one) => one === measure || measures.includes(one)).map((one) => (
        <option key={one} value={one}>
          {figureName(one)}
        </option>
      ))}
    </select>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  field: css({
    height: 24,
    minWidth: 0,
    flexShrink: 1,
    padding: theme.spacing(0, 0.5),
    border: `1px solid ${theme.components.input.borderColor}`,
    borderRadius: theme.shape.radius.default,
    background: theme.components.input.background,
    color: theme.components.input.text,
    fontSize: theme.typography.bodySmall.fontSize,
    textOverflow: 'ellipsis',
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 1 },
  }),
});
