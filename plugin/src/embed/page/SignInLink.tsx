import { LinkButton } from '@grafana/ui';
import React from 'react';
import { t } from '../../language/t';
import { usePlace } from '../host/location';

/** Leads to the sign-in, and from there back to where the reader is. */
export function SignInLink() {
  const { pathname, search } = usePlace();
  return (
    <LinkButton size="sm" icon="signin" href={`/sign-in?next=${encodeURIComponent(pathname + search)}`}>
      {t('embed.signIn', 'Sign in')}
    </LinkButton>
  );
}
