import type { FieldDisplay } from '@grafana/data';
import { DataLinksContextMenu, type DataLinksContextMenuApi } from '@grafana/ui';
import React, { type JSX } from 'react';

interface Props {
  value: FieldDisplay;
  children: (api: DataLinksContextMenuApi) => JSX.Element;
}

/** What shows a value, made to lead where its data links lead. */
export function Linked({ value, children }: Props): JSX.Element {
  const { hasLinks, getLinks } = value;
  if (!hasLinks || !getLinks) return children({});
  return (
    <DataLinksContextMenu links={getLinks} style={{ height: '100%', width: '100%' }}>
      {children}
    </DataLinksContextMenu>
  );
}
