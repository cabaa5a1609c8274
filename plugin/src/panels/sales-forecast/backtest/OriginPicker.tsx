import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { IconButton, useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatDay } from '../../../format/dates';
import { t } from '../../../language/t';

interface Props {
  /** The earliest first. */
  origins: readonly string[];
  origin: string;
  onOrigin: (origin: string) => void;
}

/** Goes from one past forecast to the next: by the last day that each knew. */
export function OriginPicker({ origins, origin, onOrigin }: Props) {
  const styles = useStyles2(getStyles);
  const at = origins.indexOf(origin);
  const step = (to: number) => {
    const next = origins[to];
    if (next !== undefined) onOrigin(next);
  };
  return (
    <div className={styles.picker} role="group" aria-label={t('forecast.pastForecast', 'Past forecast')}>
      <IconButton
        name="angle-left"
        aria-label={t('forecast.earlier', 'Earlier forecast')}
        disabled={at <= 0}
        onClick={() => step(at - 1)}
      />
      <span aria-live="polite">{formatDay(origin)}</span>
      <IconButton
        name="angle-right"
        aria-label={t('forecast.later', 'Later forecast')}
        disabled={at >= origins.length - 1}
        onClick={() => step(at + 1)}
      />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  picker: css({
    display: 'flex',
    alignItems: 'center',
    height: 24,
    fontSize: theme.typography.bodySmall.fontSize,
    whiteSpace: 'nowrap',
  }),
});
