import { t } from '../../language/t';
import { Alert, LoadingPlaceholder } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import type { Resource } from './useResource';

interface Props<Body> {
  resource: Resource<Body>;
  /** What is said above the reason when there is no answer. */
  failure: string;
  children: (body: Body) => ReactNode;
}

/** The answer of a route, or that it is awaited, or why there is none. */
export function ResourceView<Body>({ resource, failure, children }: Props<Body>) {
  switch (resource.phase) {
    case 'loading':
      return <LoadingPlaceholder text={t('pages.loading', 'Loading…')} />;
    case 'failed':
      return (
        <Alert title={failure} severity="error">
          {resource.message}
        </Alert>
      );
    case 'known':
      return <>{children(resource.body)}</>;
  }
}
