import { EmptyState, LinkButton } from '@grafana/ui';
import React from 'react';
import { addUrl } from '../sources';

/** What the home page says while there is no data source, and the way to one. */
export function NoSource() {
  return (
    <EmptyState
      variant="call-to-action"
      message="There is no Churnwatch data source yet"
      button={
        <LinkButton href={addUrl()} icon="plus">
          Add the data source
        </LinkButton>
      }
    >
      Add one to begin. Without any settings it loads generated sample data; name the folder of your own order files to
      see your own shop. If you cannot add data sources, ask an administrator.
    </EmptyState>
  );
}
