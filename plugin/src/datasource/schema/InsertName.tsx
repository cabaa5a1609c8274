import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { t } from '../../language/t';

interface Props {
  name: string;
  /** What is written into the statement, where it is not the name itself. */
  inserted?: string;
  onInsert?: (name: string) => void;
}

/** A name in the schema: a button that writes it into the statement, or plain text where nothing can be written. */
export function InsertName({ name, inserted = name, onInsert }: Props) {
  const styles = useStyles2(getStyles);
  if (!onInsert) return <code className={styles.name}>{name}</code>;
  return (
    <button
      type="button"
      className={styles.button}
      title={t('datasource.schema.insert', 'Insert {{name}}', { name })}
      onClick={() => onInsert(inserted)}
    >
      {name}
    </button>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const name = { fontFamily: theme.typography.fontFamilyMonospace, fontSize: theme.typography.bodySmall.fontSize };
  return {
    name: css({ ...name, color: theme.colors.text.primary, background: 'none', border: 'none', padding: 0 }),
    button: css({
      ...name,
      padding: theme.spacing(0.25, 0.5),
      border: 'none',
      borderRadius: theme.shape.radius.default,
      background: 'none',
      color: theme.colors.text.link,
      textAlign: 'left',
      overflowWrap: 'anywhere',
      '&:hover': { background: theme.colors.action.hover, textDecoration: 'underline' },
    }),
  };
};
