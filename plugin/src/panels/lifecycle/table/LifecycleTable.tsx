import type { LifecycleStage } from '@contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '../../../language/t';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatCount } from '../../../format/numbers';
import { periodText } from '../../../format/periods';
import { FIGURE_ORDER } from '../chart/parts';
import type { Choice } from '../choice';
import type { LifecycleModel, Step } from '../data/model';
import { netText, signed, stageMeaning, stageText } from '../wording';

interface Props {
  model: LifecycleModel;
  height: number;
  chosen: Choice | null;
  onChoose?: (choice: Choice | null) => void;
}

/** The same figures as the chart, the latest first. */
export function LifecycleTable({ model, height, chosen, onChoose }: Props) {
  const styles = useStyles2(getStyles);
  return (
    // A region that scrolls must be reachable with the keyboard.
    <div
      className={styles.scroll}
      style={{ height }}
      role="region"
      aria-label={t('lifecycle.table', 'Customer lifecycle')}
      tabIndex={0}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              {model.grain === 'month' ? t('lifecycle.head.month', 'Month') : t('lifecycle.head.week', 'Week of')}
            </th>
            {FIGURE_ORDER.map((stage) => (
              <th key={stage} scope="col" title={stageMeaning(stage)}>
                {stageText(stage)}
              </th>
            ))}
            <th scope="col">{netText()}</th>
          </tr>
        </thead>
        <tbody>
          {model.steps.toReversed().map((step) => (
            <tr key={step.day} className={step.complete ? undefined : styles.running}>
              <th scope="row">
                {periodText(step.day, model.grain)}
                {!step.complete && ` (${t('lifecycle.running', 'still running')})`}
              </th>
              {FIGURE_ORDER.map((stage) => (
                <td key={stage}>
                  <Figure {...{ stage, step, chosen, onChoose }} />
                </td>
              ))}
              <td>{signed(step.net)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface FigureProps extends Pick<Props, 'chosen' | 'onChoose'> {
  stage: LifecycleStage;
  step: Step;
}

function Figure({ stage, step: { day, counts }, chosen, onChoose }: FigureProps) {
  const styles = useStyles2(getStyles);
  const text = formatCount(counts[stage]);
  if (!onChoose) return <>{text}</>;
  const pressed = chosen?.stage === stage && chosen.day === day;
  return (
    <button
      type="button"
      className={styles.button}
      aria-pressed={pressed}
      onClick={() => onChoose(pressed ? null : { stage, day })}
    >
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
