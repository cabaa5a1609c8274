import React from 'react';
import type { ListModel } from '../data/readList';

interface Props {
  model: ListModel;
  width: number;
  height: number;
  customerLink: (id: string) => string | undefined;
}

/** Many customers, as a table. */
export function ListView({ model, width, height }: Props) {
  return <div style={{ width, height }}>{model.rows.length} customers</div>;
}
