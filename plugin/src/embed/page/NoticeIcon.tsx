import { css } from '@emotion/css';
import type { GrafanaTheme2, QueryResultMetaNotice } from '@grafana/data';
import { Icon, Toggletip, useStyles2, type IconName } from '@grafana/ui';
import React from 'react';
import { t } from '../../language/t';
import { gravest } from '../data/notices';

interface Props {
  notices: readonly QueryResultMetaNotice[];
}

const ICONS: Record<QueryResultMetaNotice['severity'], IconName> = {
  info: 'exclamation-circle',
  warning: 'exclamation-triangle',
  error: 'exclamation-triangle',
};

/** The notes of a panel's answer behind one icon: on click, and by keyboard. */
export function NoticeIcon({ notices }: Props) {
  const styles = useStyles2(getStyles);
  const severity = gravest(notices);
  const texts = notices.map(({ text }) => <p key={text}>{text}</p>);
  return (
    <Toggletip content={<div className={styles.texts}>{texts}</div>} closeButton={false}>
      <button
        type="button"
        className={styles.button}
        aria-label={
          notices.length === 1
            ? t('embed.note', 'A note on this panel')
            : t('embed.notes', '{{number}} notes on this panel', { number: notices.length })
        }
      >
        <Icon name={ICONS[severity]} className={styles[severity]} />
      </button>
    </Toggletip>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  button: css({
    background: 'none',
    border: 0,
    padding: theme.spacing(0.5),
    lineHeight: 1,
    borderRadius: theme.shape.radius.default,
  }),
  texts: css({ maxWidth: 360, 'p:last-child': { marginBottom: 0 } }),
  info: css({ color: theme.colors.text.secondary }),
  warning: css({ color: theme.colors.warning.text }),
  error: css({ color: theme.colors.error.text }),
});
