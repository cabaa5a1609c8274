import type { WarningStep } from '@contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatMoment } from '../../../format/dates';
import { t } from '../../../language/t';
import { stateLook } from './wording';

/** What became of a warning: the newest step first. */
export function WarningHistory({ steps }: { steps: readonly WarningStep[] }) {
  const styles = useStyles2(getStyles);
  return (
    <ol className={styles.list} aria-label={t('pages.warnings.history', 'History')}>
      {steps.toReversed().map((step) => (
        <li key={step.seq} className={styles.step}>
          <div>{stepIn(step)}</div>
          {step.note && <div className={styles.note}>{step.note}</div>}
          <div className={styles.aside}>
            {t('pages.warnings.by', '{{who}}, {{moment}}', { who: step.who, moment: formatMoment(step.at) })}
          </div>
        </li>
      ))}
    </ol>
  );
}

function stepIn({ from_state, to_state, owner }: WarningStep): string {
  if (from_state === null) return t('pages.warnings.made', 'The warning was made');
  const state = stateLook(to_state).text;
  if (from_state !== to_state) return t('pages.warnings.became', 'Became: {{state}}', { state });
  return owner === null
    ? t('pages.warnings.noted-nobody', 'Noted; nobody is on it')
    : t('pages.warnings.noted', 'Noted; {{owner}} is on it', { owner });
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ display: 'grid', gap: theme.spacing(1.5), listStyle: 'none' }),
  step: css({ paddingLeft: theme.spacing(1), borderLeft: `2px solid ${theme.colors.border.medium}` }),
  // Notes are written with line breaks.
  note: css({ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }),
  aside: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
