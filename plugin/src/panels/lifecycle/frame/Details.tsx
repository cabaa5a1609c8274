import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '../../../language/t';
import { Button, useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatCount } from '../../../format/numbers';
import { periodText } from '../../../format/periods';
import type { Choice } from '../choice';
import type { LifecycleModel } from '../data/model';
import { stageText } from '../wording';

interface Props {
  model: LifecycleModel;
  choice: Choice;
  height: number;
  onClear: () => void;
}

/** What is chosen, in words, with the links that lead to its customers and the way back to everybody. */
export function Details({ model, choice: { stage, day }, height, onClear }: Props) {
  const styles = useStyles2(getStyles);
  const step = model.steps.find((one) => one.day === day);
  const values = { period: periodText(day, model.grain), stage: stageText(stage) };
  return (
    <div className={styles.line} style={{ height }} role="status">
      <span>
        {step
          ? t('lifecycle.facts.title', '{{period}}: {{stage}}, {{customers}}', {
              ...values,
              customers: formatCount(step.counts[stage]),
            })
          : t('lifecycle.chosen.gone', '{{period}}: not in this time range', values)}
      </span>
      {(step ? model.linksOf(stage, step.row) : []).map(({ href, title, target, onClick }) => (
        <a
          key={`${href} ${title}`}
          className={styles.link}
          href={href}
          target={target}
          rel="noreferrer"
          onClick={onClick}
        >
          {title || t('lifecycle.open', 'Open')}
        </a>
      ))}
      <Button size="sm" fill="text" onClick={onClear}>
        {t('lifecycle.clear', 'Show all customers')}
      </Button>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: theme.spacing(1.5),
    flexShrink: 0,
    overflow: 'hidden',
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
  }),
  link: css({ color: theme.colors.text.link, textDecoration: 'underline' }),
});
