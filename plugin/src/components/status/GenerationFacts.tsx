import type { GenerationSummary, Totals } from '@contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatAge } from '../../format/age';
import { formatDay, formatMoment } from '../../format/dates';
import { formatCount, formatMoneyExact } from '../../format/numbers';
import { t } from '../../language/t';

interface Props {
  generation: GenerationSummary;
}

/** The data that is served: where it comes from, which days, how much, and its totals, each said to count what it counts. */
export function GenerationFacts({ generation }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.facts}>
      <dl className={styles.list}>
        {factsOf(generation).map(([name, value]) => (
          <React.Fragment key={name}>
            <dt className={styles.name}>{name}</dt>
            <dd className={styles.value}>{value}</dd>
          </React.Fragment>
        ))}
      </dl>
      <TotalsTable all={generation.all} purchases={generation.purchases} />
    </div>
  );
}

function factsOf(generation: GenerationSummary): Array<[string, string]> {
  const { firstDay, lastDay, regularFirstDay, regularLastDay, rowsRead, rowsRejected } = generation;
  return [
    [
      t('components.generation.data', 'Data'),
      generation.sample ? t('components.generation.sample', 'Generated sample') : generation.source,
    ],
    [t('components.generation.purchases', 'Purchases'), days(firstDay, lastDay)],
    [t('components.generation.regular', 'Regular trade'), days(regularFirstDay, regularLastDay)],
    [
      t('components.generation.loaded', 'Loaded'),
      `${formatMoment(generation.builtAt)}, ${formatAge(generation.builtAt, Date.now())}`,
    ],
    [t('components.generation.generation', 'Generation'), generation.id],
    [
      t('components.generation.rows', 'Rows'),
      t('components.generation.rowCounts', '{{read}} read, {{rejected}} rejected', {
        read: formatCount(rowsRead),
        rejected: formatCount(rowsRejected),
      }),
    ],
  ];
}

const days = (from: string, to: string): string =>
  t('components.generation.days', '{{from}} to {{to}}', { from: formatDay(from), to: formatDay(to) });

function TotalsTable({ all, purchases }: { all: Totals; purchases: Totals }) {
  const styles = useStyles2(getStyles);
  const rows: Array<[string, Totals]> = [
    [t('components.generation.allOrders', 'All orders'), all],
    [t('components.generation.purchases', 'Purchases'), purchases],
  ];
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>
        {t('components.generation.caption', 'Purchases are the orders that were neither canceled nor unavailable.')}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('components.generation.counted', 'Counted')}</th>
          <th scope="col">{t('components.generation.orders', 'Orders')}</th>
          <th scope="col">{t('components.generation.customers', 'Customers')}</th>
          <th scope="col">{t('components.generation.payments', 'Payments')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, totals]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{formatCount(totals.orders)}</td>
            <td>{formatCount(totals.customers)}</td>
            <td>{formatMoneyExact(totals.payments)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  facts: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(4), overflowX: 'auto' }),
  list: css({
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    alignContent: 'start',
  }),
  name: css({ color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular }),
  value: css({ margin: 0, overflowWrap: 'anywhere' }),
  caption: css({
    captionSide: 'bottom',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    textAlign: 'left',
  }),
  table: css({
    alignSelf: 'start',
    fontVariantNumeric: 'tabular-nums',
    'th, td': {
      padding: theme.spacing(0.5, 1.25, 0.5, 0),
      textAlign: 'right',
      fontWeight: 'normal',
      whiteSpace: 'nowrap',
    },
    'th:first-child': { textAlign: 'left' },
    thead: { color: theme.colors.text.secondary },
  }),
});
