import type { CohortMeasure } from '@contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2, LinkModel } from '@grafana/data';
import { t } from '../../../language/t';
import { Button, useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatCount } from '../../../format/numbers';
import type { Choice } from '../choice';
import type { CohortsModel } from '../data/model';
import { periodText } from '../../../format/periods';
import { exactText, laterText } from '../wording';

interface Props {
  model: CohortsModel;
  measure: CohortMeasure;
  choice: Choice;
  height: number;
  onClear: () => void;
}

/** What is chosen, in words, with the links that lead to its customers and the way back to everybody. */
export function Details({ model, measure, choice, height, onClear }: Props) {
  const styles = useStyles2(getStyles);
  const { text, links } = detailsOf(model, measure, choice);
  return (
    <div className={styles.line} style={{ height }} role="status">
      <span>{text}</span>
      {links.map(({ href, title, target, onClick }) => (
        <a
          key={`${href} ${title}`}
          className={styles.link}
          href={href}
          target={target}
          rel="noreferrer"
          onClick={onClick}
        >
          {title || t('cohorts.open', 'Open')}
        </a>
      ))}
      <Button size="sm" fill="text" onClick={onClear}>
        {t('cohorts.clear', 'Show all customers')}
      </Button>
    </div>
  );
}

function detailsOf(model: CohortsModel, measure: CohortMeasure, choice: Choice): { text: string; links: LinkModel[] } {
  const cohort = model.cohorts.find(({ day }) => day === choice.cohort);
  const name = periodText(choice.cohort, model.grain);
  const cell = cohort?.cells.find(({ day }) => day === choice.period);
  if (!cohort || (!cell && choice.period !== '')) {
    return { text: t('cohorts.chosen.gone', '{{name}}: not in this time range', { name }), links: [] };
  }
  const size = formatCount(cohort.customers);
  const first = cohort.cells[0];
  if (!cell) {
    const text = t('cohorts.chosen.cohort', '{{name}}: all {{size}} customers', {
      name,
      size,
      count: cohort.customers,
      defaultValue_one: '{{name}}: its only customer',
    });
    return { text, links: first ? model.linksOf(measure, first.row) : [] };
  }
  const text = t('cohorts.chosen.cell', '{{name}}, {{later}}: {{customers}} of {{size}} customers ({{share}})', {
    name,
    later: laterText(cell.period, model.grain),
    customers: formatCount(cell.customers),
    size,
    share: exactText(cell.retention, 'retention'),
    count: cohort.customers,
    defaultValue_one: '{{name}}, {{later}}: {{customers}} of {{size}} customer ({{share}})',
  });
  return { text, links: model.linksOf(measure, cell.row) };
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: theme.spacing(1.5),
    overflow: 'hidden',
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
  }),
  link: css({ color: theme.colors.text.link, textDecoration: 'underline' }),
});
