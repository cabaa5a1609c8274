import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { ToolbarButton, useStyles2 } from '@grafana/ui';
import React, { useEffect, useState } from 'react';
import { t } from '../../language/t';
import { fetchCaller, type Caller } from '../api/caller';

/** Who is signed in, with the button that signs them out; nothing where nobody needs to sign in. */
export function SignedIn() {
  const styles = useStyles2(getStyles);
  const [caller, setCaller] = useState<Caller>();
  useEffect(() => {
    const controller = new AbortController();
    // A page that cannot tell who reads it is still one to read.
    fetchCaller(controller.signal).then(setCaller, () => undefined);
    return () => controller.abort();
  }, []);
  if (!caller) return null;
  const signedInAs = t('embed.caller.signedInAs', 'Signed in as {{name}} ({{role}})', {
    name: caller.name,
    role: roleText(caller.role),
  });
  return (
    // A form, as the server's own page has: it forgets the browser and leads to the sign-in.
    <form method="post" action="/sign-out" className={styles.form}>
      <span className={styles.name} title={signedInAs}>
        {caller.name}
      </span>
      <ToolbarButton
        type="submit"
        icon="signout"
        tooltip={t('embed.caller.signOut', '{{signedInAs}}: sign out', { signedInAs })}
        aria-label={t('embed.caller.signOut', '{{signedInAs}}: sign out', { signedInAs })}
      />
    </form>
  );
}

function roleText(role: string): string {
  switch (role) {
    case 'viewer':
      return t('embed.caller.viewer', 'viewer');
    case 'analyst':
      return t('embed.caller.analyst', 'analyst');
    case 'operator':
      return t('embed.caller.operator', 'operator');
    case 'admin':
      return t('embed.caller.admin', 'administrator');
    default:
      return role || t('embed.caller.none', 'no role');
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  form: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.5), margin: 0 }),
  name: css({
    maxWidth: '12em',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    [theme.breakpoints.down('md')]: { display: 'none' },
  }),
});
