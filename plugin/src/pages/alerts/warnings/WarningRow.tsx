import type { AlertRow } from '@contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Badge, Button, useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { formatMoment } from '../../../format/dates';
import { formatMoney, formatMoneyExact } from '../../../format/numbers';
import { segmentText } from '../../../language/names';
import { t } from '../../../language/t';
import { CustomerName } from '../../../panels/churn-score/frame/CustomerName';
import { customerUrl } from '../../customer/place';
import { formatAge } from '../../../format/age';
import { BandChange } from './BandChange';
import { stateLook } from './wording';

interface Props {
  /** Uid of the data source. */
  source: string;
  warning: AlertRow;
  onOpen: () => void;
}

/** One early warning of the list: who, what changed, what is at stake, why, what to do, and who is on it. */
export function WarningRow({ source, warning, onOpen }: Props) {
  const styles = useStyles2(getStyles);
  const { customer_id: customer, created_at: made, segment, owner, state } = warning;
  return (
    <li className={styles.row}>
      <Cell label={t('pages.warnings.columns.customer', 'Customer')}>
        <CustomerName id={customer ?? ''} links={[]} href={customerUrl(customer ?? '', source)} />
        <div>{segment && segmentText(segment)}</div>
      </Cell>
      <Cell label={t('pages.warnings.columns.band', 'Risk')}>
        <BandChange {...warning} />
      </Cell>
      <Cell label={t('pages.warnings.columns.at-risk', 'Revenue at risk')}>
        <span title={formatMoneyExact(warning.revenue_at_risk)}>{formatMoney(warning.revenue_at_risk)}</span>
        <div className={styles.aside} title={formatMoneyExact(warning.value_if_returns)}>
          {t('pages.warnings.value', 'of {{value}}', { value: formatMoney(warning.value_if_returns) })}
        </div>
      </Cell>
      <Cell label={t('pages.warnings.columns.reason', 'Main reason')}>{warning.reasons[0] ?? '–'}</Cell>
      <Cell label={t('pages.warnings.columns.action', 'Recommended action')}>{warning.action ?? '–'}</Cell>
      <Cell label={t('pages.warnings.columns.state', 'State')}>
        <Badge {...stateLook(state)} />
        <div>{owner ?? t('pages.warnings.nobody', 'Nobody yet')}</div>
        <div className={styles.aside} title={formatMoment(made)}>
          {formatAge(made, Date.now())}
        </div>
      </Cell>
      <Button
        size="sm"
        variant="secondary"
        aria-haspopup="dialog"
        aria-label={t('pages.warnings.details-of', 'Details: {{customer}}', { customer })}
        onClick={onOpen}
      >
        {t('pages.warnings.details', 'Details')}
      </Button>
    </li>
  );
}

function Cell({ label, children }: { label: string; children: ReactNode }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.cell}>
      <div className={styles.aside}>{label}</div>
      {children}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(150px, 100%), 1fr))',
    alignItems: 'start',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(1.5),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
    '&:hover': { background: theme.colors.action.hover },
    [theme.breakpoints.up('xl')]: { gridTemplateColumns: '105px 135px 100px 2fr 1.1fr 120px auto' },
    // On a phone a button of the row's width is easier to hit.
    '& > button': { justifySelf: 'stretch', justifyContent: 'center' },
  }),
  cell: css({ minWidth: 0, overflowWrap: 'anywhere' }),
  aside: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
