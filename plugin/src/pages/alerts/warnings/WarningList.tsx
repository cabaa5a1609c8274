import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, EmptyState, Stack, Text, useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatCount } from '../../../format/numbers';
import { t } from '../../../language/t';
import type { WarningPage } from './api';
import { isUnfiltered, MOST_WARNINGS, type WarningFilter } from './filter';
import type { Failure, Known } from './useRefreshed';
import { WaitingRows } from './WaitingRows';
import { WarningRow } from './WarningRow';

interface Props {
  /** Uid of the data source. */
  source: string;
  known: Known<WarningPage>;
  filter: WarningFilter;
  onOpen: (id: string) => void;
  onMore: () => void;
}

/** The warnings of a filter, or that they are awaited, none, or cannot be told. */
export function WarningList({ source, known: { body, failure }, filter, onOpen, onMore }: Props) {
  const styles = useStyles2(getStyles);
  if (!body) return failure ? <NotKnown {...failure} /> : <WaitingRows />;
  const { alerts, next } = body;
  return (
    <Stack direction="column" gap={1.5}>
      {failure && <NotKnown {...failure} isOld />}
      {alerts.length === 0 ? <None filter={filter} /> : <Shown {...{ body }} />}
      <ul className={styles.list} aria-label={t('pages.warnings.list', 'Early warnings')} hidden={alerts.length === 0}>
        {alerts.map((warning) => (
          <WarningRow key={warning.id} source={source} warning={warning} onOpen={() => onOpen(warning.id)} />
        ))}
      </ul>
      {next !== null && alerts.length < MOST_WARNINGS && (
        <div>
          <Button variant="secondary" icon="angle-down" onClick={onMore}>
            {t('pages.warnings.more', 'More')}
          </Button>
        </div>
      )}
    </Stack>
  );
}

function Shown({ body: { alerts, next } }: { body: WarningPage }) {
  const rows = formatCount(alerts.length);
  return (
    <Text variant="bodySmall" color="secondary">
      <span role="status">
        {next === null
          ? t('pages.warnings.shown-all', 'All {{rows}}, newest first', { rows })
          : t('pages.warnings.shown', 'The newest {{rows}}', { rows })}
      </span>
    </Text>
  );
}

/** Why there is no list, or why it is not the newest. */
function NotKnown({ message, status, isOld = false }: Failure & { isOld?: boolean }) {
  if (isOld) {
    return (
      <Alert title={t('pages.warnings.not-refreshed', 'The list could not be refreshed')} severity="warning">
        {message}
      </Alert>
    );
  }
  // The service runs, but not as one that keeps warnings: nothing is broken.
  return status === 503 ? (
    <Alert title={t('pages.warnings.not-kept', 'There are no early warnings here now')} severity="info">
      {message}
    </Alert>
  ) : (
    <Alert title={t('pages.warnings.failed', 'The early warnings could not be read')} severity="error">
      {message}
    </Alert>
  );
}

function None({ filter }: { filter: WarningFilter }) {
  if (filter.state === 'open' && isUnfiltered(filter)) {
    return (
      <EmptyState variant="completed" message={t('pages.warnings.none', 'No early warning is open')}>
        {t(
          'pages.warnings.none-hint',
          'One comes when the risk of a customer of value rises to high: with an event of the customer, or when everyone is scored anew after data is loaded or a model trained.',
        )}
      </EmptyState>
    );
  }
  return (
    <EmptyState variant="not-found" message={t('pages.warnings.no-match', 'No early warning matches')}>
      {t('pages.warnings.no-match-hint', 'Choose another state, another segment or any owner.')}
    </EmptyState>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ display: 'grid', gap: theme.spacing(1), listStyle: 'none', '&[hidden]': { display: 'none' } }),
});
