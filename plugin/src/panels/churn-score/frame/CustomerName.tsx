import { css } from '@emotion/css';
import type { GrafanaTheme2, LinkModel } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { t } from '../../../language/t';

interface Props {
  id: string;
  /** The field's own links. */
  links: readonly LinkModel[];
  /** Where the id itself leads; absent: to the field's first link, if there is one. */
  href?: string;
}

const SHOWN = 8;

/** A customer's id, shortened where it is long, with the links that the panel was given. */
export function CustomerName({ id, links, href }: Props) {
  const styles = useStyles2(getStyles);
  const short = id.length > SHOWN + 1 ? `${id.slice(0, SHOWN)}…` : id;
  const main = href === undefined ? links[0] : { href, target: undefined };
  const others = href === undefined ? links.slice(1) : links;
  return (
    <span className={styles.name}>
      {main ? (
        <a className={styles.link} href={main.href} target={main.target} rel="noreferrer" title={id}>
          {short}
        </a>
      ) : (
        <span title={id}>{short}</span>
      )}
      {others.map((link) => (
        <a
          key={`${link.href} ${link.title}`}
          className={styles.aside}
          href={link.href}
          target={link.target}
          rel="noreferrer"
        >
          {link.title || t('churn.open', 'Open')}
        </a>
      ))}
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  name: css({ display: 'inline-flex', gap: theme.spacing(1), fontFamily: theme.typography.fontFamilyMonospace }),
  link: css({ color: theme.colors.text.link, '&:hover': { textDecoration: 'underline' } }),
  aside: css({
    color: theme.colors.text.link,
    fontFamily: theme.typography.fontFamily,
    fontSize: theme.typography.bodySmall.fontSize,
    '&:hover': { textDecoration: 'underline' },
  }),
});
