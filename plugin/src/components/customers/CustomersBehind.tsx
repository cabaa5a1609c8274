import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '../../language/t';
import { Button, useStyles2 } from '@grafana/ui';
import React from 'react';
import { csvName, download, framesToCsv } from '../../format/csv';
import { formatCount } from '../../format/numbers';
import { Message } from '../panel/Message';
import { CustomerTable } from './CustomerTable';
import type { AskedList } from './useList';

interface Props {
  /** Whose list it is: `At risk, then Lost`. */
  title: string;
  /** How many customers the panel counts there. */
  customers: number;
  list: AskedList;
  width: number;
  height: number;
  customerLink: (id: string) => string | undefined;
  /** Takes the choice back; absent: it cannot be taken back here. */
  onClose?: () => void;
}

const HEAD = 32;
const LABELS_FIT = 420;

/** The customers behind a number of a panel: who they are, as far as one page goes, and a way to take them along. */
export function CustomersBehind({ title, customers, list, width, height, customerLink, onClose }: Props) {
  const styles = useStyles2(getStyles);
  const [frame] = list.frames;
  const listed = frame?.length ?? 0;
  const count = countText(customers, listed);
  const shown = `${title}: ${count}`;
  return (
    <div className={styles.box} style={{ width, height }}>
      <div className={styles.head} style={{ height: HEAD }}>
        <h3 className={styles.title} title={shown}>
          {title} <span className={styles.count}>{count}</span>
        </h3>
        {listed > 0 && (
          <Button
            data-screen-only
            size="sm"
            variant="secondary"
            icon="download-alt"
            aria-label={t('behind.download', 'Download the list as CSV')}
            onClick={() => download(csvName(title), framesToCsv(list.frames))}
          >
            {width >= LABELS_FIT && 'CSV'}
          </Button>
        )}
        {onClose && (
          <Button
            data-screen-only
            size="sm"
            variant="secondary"
            icon="times"
            aria-label={t('behind.close', 'Close the list')}
            onClick={onClose}
          />
        )}
      </div>
      {listed > 0 && frame ? (
        <CustomerTable label={title} frame={frame} width={width} customerLink={customerLink} />
      ) : (
        <Unlisted list={list} width={width} height={height - HEAD} />
      )}
    </div>
  );
}

/** What stands in the place of a list that is not there. */
function Unlisted({ list, ...box }: Pick<Props, 'list' | 'width' | 'height'>) {
  if (list.state === 'failed') {
    return (
      <Message
        icon="exclamation-triangle"
        title={t('behind.failed', 'The customers could not be listed.')}
        alert
        {...box}
      >
        {list.message}{' '}
        <Button size="sm" variant="secondary" fill="text" onClick={list.retry}>
          {t('behind.retry', 'Try again')}
        </Button>
      </Message>
    );
  }
  if (list.state === 'answered') {
    return <Message icon="users-alt" title={t('behind.nobody', 'No customers')} {...box} />;
  }
  return <Message icon="sync" title={t('behind.loading', 'Loading the customers…')} {...box} />;
}

function countText(customers: number, listed: number): string {
  const all = formatCount(customers);
  if (listed > 0 && listed < customers) {
    return t('behind.first', 'the first {{listed}} of {{all}} customers', { listed: formatCount(listed), all });
  }
  return t('behind.count', '{{all}} customers', { all, count: customers, defaultValue_one: '{{all}} customer' });
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ display: 'flex', flexDirection: 'column', overflow: 'hidden' }),
  head: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1), flexShrink: 0 }),
  title: css({
    flex: 1,
    margin: 0,
    overflow: 'hidden',
    fontSize: theme.typography.body.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  }),
  count: css({ color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular }),
});
