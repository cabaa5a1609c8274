import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Input, useStyles2, useTheme2 } from '@grafana/ui';
import React, { useId, useState } from 'react';
import { t } from '../../../language/t';
import { formatFeature } from '../reasons/wording';
import type { ChangeField } from './fields';

interface Props {
  field: ChangeField;
  /** The value that it is changed to; undefined: it is as it is. */
  changed: number | undefined;
  onChange: (value: number | undefined) => void;
}

const units = (): Record<string, string> => ({
  days: t('churn.whatif.days', 'days'),
  money: 'R$',
  stars: t('churn.whatif.ofFive', 'of 5'),
});

/** One feature to change: a slider for a quick try and a field for an exact value. */
export function ChangeInput({ field, changed, onChange }: Props) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const id = useId();
  // While it is being written, the field shows what was written, even if that is nothing yet.
  const [draft, setDraft] = useState<string>();
  const { label, unit, value, start, min, max, step } = field;
  const change = (text: string) => {
    const next = Number(text);
    if (text === '' || !Number.isFinite(next) || next === value) onChange(undefined);
    else onChange(next);
  };
  return (
    <div className={styles.row}>
      <label htmlFor={id} className={styles.label}>
        {label}
        <span className={styles.was}>
          {changed === undefined ? '' : `${t('churn.whatif.was', 'was')} `}
          {changed === undefined && value !== null ? '' : formatFeature(value, unit)}
        </span>
      </label>
      <input
        type="range"
        className={styles.slider}
        style={{ background: track(theme, ((changed ?? start) - min) / (max - min)) }}
        aria-label={t('churn.whatif.slider', '{{label}}, slider', { label })}
        min={min}
        max={max}
        step={step}
        value={changed ?? start}
        onChange={(event) => change(event.currentTarget.value)}
      />
      <Input
        id={id}
        type="number"
        min={min}
        max={max}
        step="any"
        value={draft ?? shown(changed ?? value)}
        suffix={units()[unit]}
        onChange={({ currentTarget }) => {
          setDraft(currentTarget.value);
          change(currentTarget.value);
        }}
        onBlur={() => setDraft(undefined)}
      />
    </div>
  );
}

/** A value without decimals that nobody would write. */
function shown(value: number | null): number | '' {
  return value === null ? '' : Number(value.toFixed(2));
}

/** A slider's track, filled from the left; `share` is 0 to 1. */
function track(theme: GrafanaTheme2, share: number): string {
  const end = `${Math.min(1, Math.max(0, share)) * 100}%`;
  return `linear-gradient(to right, ${theme.colors.primary.main} ${end}, ${theme.colors.border.strong} ${end})`;
}

const thumb = (theme: GrafanaTheme2) => ({
  width: 14,
  height: 14,
  border: 'none',
  borderRadius: '50%',
  background: theme.colors.primary.main,
});

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 124px',
    alignItems: 'center',
    gap: theme.spacing(0, 1.5),
  }),
  label: css({ gridColumn: '1 / -1', fontSize: theme.typography.bodySmall.fontSize }),
  was: css({ marginLeft: theme.spacing(1), color: theme.colors.text.secondary }),
  slider: css({
    // The browser's own track is glaring white on a dark theme.
    appearance: 'none',
    width: '100%',
    height: 4,
    borderRadius: 2,
    cursor: 'pointer',
    '&::-webkit-slider-thumb': { appearance: 'none', ...thumb(theme) },
    '&::-moz-range-thumb': thumb(theme),
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 6 },
  }),
});
