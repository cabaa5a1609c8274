import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import React, { useEffect } from 'react';
import { t } from '../../language/t';
import { usePageTitle } from '../page/usePageTitle';
import { tellParent } from './parent';
import { useTellSize } from './useTellSize';

interface Props {
  message: string;
}

/** Says in the place of the page, and to the page around it, why there is nothing to see. */
export function EmbedFailure({ message }: Props) {
  const styles = useStyles2(getStyles);
  const measured = useTellSize();
  usePageTitle(t('frame.failed', 'Nothing to show'));
  useEffect(() => tellParent({ type: 'error', message }), [message]);
  return (
    <main className={styles.box} ref={measured} data-frame-failed="">
      <Icon name="exclamation-triangle" size="xl" />
      <p role="alert" className={styles.text}>
        {message}
      </p>
    </main>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({
    display: 'grid',
    placeItems: 'center',
    alignContent: 'center',
    gap: theme.spacing(1),
    minHeight: 160,
    padding: theme.spacing(2),
    color: theme.colors.text.secondary,
    textAlign: 'center',
  }),
  text: css({ margin: 0, maxWidth: 480, whiteSpace: 'pre-line' }),
});
