import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { t } from '../../language/t';
import type { Missing } from './missing';

interface Props {
  missing: readonly Missing[];
  /** How many panels the report should have. */
  panels: number;
}

/** What the report lacks, at its beginning: nobody should take a part for the whole. */
export function MissingNotice({ missing, panels }: Props) {
  const styles = useStyles2(getStyles);
  if (missing.length === 0) return null;
  return (
    <div className={styles.box} role="note">
      <strong>
        {t('report.missing', 'This report lacks {{missing}} of {{panels}} panels:', {
          missing: missing.length,
          panels,
        })}
      </strong>
      <ul className={styles.list}>
        {missing.map(({ title, reason }) => (
          <li key={title} data-report-missing={title} data-reason={reason}>
            {`${title}: ${reason}`}
          </li>
        ))}
      </ul>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({
    border: `1px solid ${theme.colors.error.border}`,
    borderRadius: theme.shape.radius.default,
    color: theme.colors.error.text,
    marginTop: theme.spacing(1),
    padding: theme.spacing(1),
  }),
  list: css({ margin: theme.spacing(0.5, 0, 0), paddingLeft: theme.spacing(2) }),
});
