import type { Frame } from '../../../contract';
import type { SandboxResult } from '../../../warehouse/sandbox';
import { frameColumn } from './columns';

/** The columns as they are; each says its type in the database. A table without rows keeps its columns. */
export function tableFrame({ columns }: SandboxResult, name: string): Frame {
  const fields = columns.map((column) => ({
    column: frameColumn(column),
    config: { custom: { sqlType: column.sqlType } },
  }));
  return { name, meta: { type: 'table', preferredVisualisationType: 'table' }, fields };
}
