import type { CohortMeasure } from '@contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '../../../language/t';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatCount } from '../../../format/numbers';
import type { Choice } from '../choice';
import type { Cohort, CohortsModel } from '../data/model';
import { periodText } from '../../../format/periods';
import { exactText, laterText, measureText } from '../wording';

interface Props {
  model: CohortsModel;
  measure: CohortMeasure;
  height: number;
  chosen: Choice | null;
  onChoose?: (choice: Choice | null) => void;
}

/** So many rows are drawn; a page of more would be slow, and the download has them all. */
const MOST_ROWS = 160;

/** The same figures as the heat map, exact. */
export function CohortTable({ model, measure, height, chosen, onChoose }: Props) {
  const styles = useStyles2(getStyles);
  const periods = Array.from({ length: model.periods }, (_, period) => period);
  return (
    // A region that scrolls must be reachable with the keyboard.
    <div
      className={styles.scroll}
      style={{ height }}
      role="region"
      aria-label={t('cohorts.table', 'Cohorts: {{measure}}', { measure: measureText(measure) })}
      tabIndex={0}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('cohorts.head.cohort', 'First purchase')}</th>
            <th scope="col">{t('cohorts.measure.customers', 'Customers')}</th>
            {periods.map((period) => (
              <th key={period} scope="col" title={laterText(period, model.grain)}>
                {period}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {model.cohorts.slice(-MOST_ROWS).map((cohort) => (
            <Row
              key={cohort.day}
              cohort={cohort}
              {...{ model, measure, periods }}
              chosen={chosen?.cohort === cohort.day ? chosen : null}
              onChoose={onChoose}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps extends Omit<Props, 'height'> {
  cohort: Cohort;
  periods: readonly number[];
}

function Row({ cohort, model, measure, periods, chosen, onChoose }: RowProps) {
  const styles = useStyles2(getStyles);
  const choose = (period: string) => {
    const same = chosen?.period === period;
    onChoose?.(same ? null : { cohort: cohort.day, period });
  };
  return (
    <tr>
      <th scope="row">{periodText(cohort.day, model.grain)}</th>
      <td>
        <Value
          text={formatCount(cohort.customers)}
          chosen={chosen?.period === ''}
          onClick={onChoose && (() => choose(''))}
        />
      </td>
      {periods.map((period) => {
        const cell = cohort.cells[period];
        if (!cell) return <td key={period} />;
        return (
          <td key={period} className={cell.complete ? undefined : styles.running} title={runningTitle(cell.complete)}>
            <Value
              text={exactText(cell[measure], measure)}
              chosen={chosen?.period === cell.day}
              onClick={onChoose && (() => choose(cell.day))}
            />
          </td>
        );
      })}
    </tr>
  );
}

const runningTitle = (complete: boolean): string | undefined =>
  complete ? undefined : t('cohorts.legend-running', 'period still running');

function Value({ text, chosen, onClick }: { text: string; chosen: boolean; onClick?: () => void }) {
  const styles = useStyles2(getStyles);
  if (!onClick) return <>{text}</>;
  return (
    <button type="button" className={styles.button} aria-pressed={chosen} onClick={onClick}>
      {text}
    </button>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  scroll: css({ overflow: 'auto' }),
  table: css({
    width: '100%',
    borderCollapse: 'separate',
    borderSpacing: 0,
    fontVariantNumeric: 'tabular-nums',
    fontSize: theme.typography.bodySmall.fontSize,
    'th, td': {
      padding: theme.spacing(0.5, 1),
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      textAlign: 'right',
      whiteSpace: 'nowrap',
    },
    'th:first-of-type': { position: 'sticky', left: 0, textAlign: 'left', background: theme.colors.background.primary },
    'thead th': { position: 'sticky', top: 0, background: theme.colors.background.primary },
    'thead th:first-of-type': { zIndex: 1 },
    'tbody tr:hover td': { background: theme.colors.action.hover },
  }),
  running: css({ fontStyle: 'italic', color: theme.colors.text.secondary }),
  button: css({
    padding: 0,
    border: 'none',
    background: 'transparent',
    color: 'inherit',
    font: 'inherit',
    '&:hover': { textDecoration: 'underline' },
    '&[aria-pressed=true]': { fontWeight: theme.typography.fontWeightBold, textDecoration: 'underline' },
  }),
});
