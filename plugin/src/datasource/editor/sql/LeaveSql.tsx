import { ConfirmModal } from '@grafana/ui';
import React from 'react';
import { t } from '../../../language/t';
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
      title={t('datasource.sql.leave', 'Back to the builder?')}
      body={t('datasource.sql.leaveBody', 'The builder cannot read SQL, so this statement will be lost.')}
      description={t('datasource.sql.leaveThen', 'The builder then asks: {{question}}.', {
        question: summarize(builder),
      })}
      confirmText={t('datasource.sql.discard', 'Discard the statement')}
      dismissText={t('datasource.sql.keep', 'Keep SQL')}
      onConfirm={onConfirm}
      onDismiss={onDismiss}
    />
  );
}
