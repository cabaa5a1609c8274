import { rejectText, type FileSummary, type RejectSummary } from '@contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { currentLanguage } from '../../language/current';
import { t } from '../../language/t';
import { Text, useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatCount } from '../../format/numbers';

/** Why rows of a file were refused, with some of them. */
export function Rejects({ file }: { file: FileSummary }) {
  const styles = useStyles2(getStyles);
  return (
    <div>
      <Text element="h3" variant="h6">
        {t('pages.data.rejects.title', 'Rejected in {{file}}', { file: file.file ?? file.table })}
      </Text>
      <ul className={styles.list}>
        {file.rejects.map((reject) => (
          <Reject key={reject.reason} reject={reject} />
        ))}
      </ul>
    </div>
  );
}

function Reject({ reject: { reason, rows, examples } }: { reject: RejectSummary }) {
  const styles = useStyles2(getStyles);
  return (
    <li>
      {t('pages.data.rejects.reason', '{{rows}}: {{reason}}', {
        rows: formatCount(rows),
        reason: rejectText(reason, currentLanguage()),
      })}
      <ul className={styles.examples}>
        {examples.map(({ line, record }, at) => (
          <li key={at}>
            {line !== null && t('pages.data.rejects.line', 'Line {{line}}', { line: formatCount(line) })}
            {record !== null && <code className={styles.record}>{record}</code>}
          </li>
        ))}
      </ul>
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ marginLeft: theme.spacing(3) }),
  examples: css({
    marginLeft: theme.spacing(2),
    listStyle: 'none',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  record: css({ marginLeft: theme.spacing(1), whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }),
});
