import { t } from '../../../language/t';
import React, { useMemo } from 'react';
import { CustomersBehind } from '../../../components/customers/CustomersBehind';
import type { AskList } from '../../../components/customers/listTarget';
import { useList } from '../../../components/customers/useList';
import type { ValueCell, ValueModel } from '../data/model';
import { cellText } from '../wording';
import { cellQuery } from './cellQuery';

interface Props {
  model: ValueModel;
  cell: ValueCell;
  /** True for a cell that the reader has chosen, not the panel. */
  chosen: boolean;
  rows: number;
  ask: AskList;
  width: number;
  height: number;
  customerLink: (id: string) => string | undefined;
  onClose?: () => void;
}

/** The customers of a cell, who have most at stake first. */
export function CellList({ model, cell, chosen, rows, ask, onClose, ...box }: Props) {
  const query = useMemo(
    () => (cell.customers > 0 ? cellQuery(cell, model.basis, rows) : undefined),
    [cell, model.basis, rows],
  );
  const list = useList(ask, query);
  return (
    <CustomersBehind
      title={chosen ? cellText(cell) : t('value.act-first', 'Act first: {{cell}}', { cell: cellText(cell) })}
      customers={cell.customers}
      list={query ? list : { ...list, state: 'answered' }}
      onClose={chosen ? onClose : undefined}
      {...box}
    />
  );
}
