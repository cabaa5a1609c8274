import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { LinkButton, Text, useStyles2 } from '@grafana/ui';
import React from 'react';
import { t } from '../../language/t';
import { settingsUrl, type Source } from '../sources';

/** The data sources, each with the way to its settings: folders, rules and the segment grid belong to them. */
export function SourceList({ sources }: { sources: readonly Source[] }) {
  const styles = useStyles2(getStyles);
  return (
    <section className={styles.section} aria-labelledby="churnwatch-sources">
      <Text element="h3" variant="h5">
        <span id="churnwatch-sources">{t('pages.configuration.sources', 'Settings of the data sources')}</span>
      </Text>
      <ul className={styles.list}>
        {sources.map(({ uid, name }) => (
          <li key={uid}>
            <LinkButton href={settingsUrl(uid)} variant="primary" fill="text" size="sm">
              {name}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  section: css({ marginTop: theme.spacing(4) }),
  list: css({ marginTop: theme.spacing(1), listStyle: 'none' }),
});
