import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import React, { useEffect, useId, useState, type ReactNode } from 'react';

interface Props {
  title: string;
  count: number;
  /** Whether it is open until somebody closes or opens it; taken anew when it changes, as by a search. */
  open: boolean;
  children: ReactNode;
}

/** A part of the schema that can be folded away. */
export function SchemaGroup({ title, count, open, children }: Props) {
  const styles = useStyles2(getStyles);
  const [shown, setShown] = useState(open);
  const id = useId();
  useEffect(() => setShown(open), [open]);
  return (
    <div className={styles.group}>
      <button
        type="button"
        className={styles.head}
        aria-expanded={shown}
        aria-controls={id}
        onClick={() => setShown(!shown)}
      >
        <Icon name={shown ? 'angle-down' : 'angle-right'} />
        {title}
        <span className={styles.count}>{count}</span>
      </button>
      <div id={id} className={styles.body} hidden={!shown}>
        {shown && children}
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  group: css({ marginBottom: theme.spacing(0.5) }),
  head: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    width: '100%',
    padding: theme.spacing(0.5, 0),
    border: 'none',
    background: 'none',
    fontWeight: theme.typography.fontWeightMedium,
    textAlign: 'left',
    '&:hover': { background: theme.colors.action.hover },
  }),
  count: css({ color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular }),
  body: css({ paddingLeft: theme.spacing(1) }),
});
