import { ConfirmModal } from '@grafana/ui';
import React from 'react';
import { summarize } from '../../query/summary';
import type { WarehouseQuery } from '../../types';

interface Props {
  /** The query that the builder would take up; absent: nothing is asked. */
  builder?: WarehouseQuery;
  onConfirm: () => void;
  onDismiss: () => void;
}

/** Asks before a statement is lost, as the builder cannot read SQL. */
export function LeaveSql({ builder, onConfirm, onDismiss }: Props) {
  if (!builder) return null;
  return (
    <ConfirmModal
      isOpen
      title="Back to the builder?"
      body="The builder cannot read SQL, so this statement will be lost."
      description={`The builder then asks: ${summarize(builder)}.`}
      confirmText="Discard the statement"
      dismissText="Keep SQL"
      onConfirm={onConfirm}
      onDismiss={onDismiss}
    />
  );
}
