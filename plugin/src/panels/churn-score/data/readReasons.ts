import type { DataFrame } from '@grafana/data';
import { readRows, type RowReader } from './columns';
import type { Reason, Reasons } from './model';

const BASE = 'base';

/** What adds up to a score; undefined without a base to start from. */
export function readReasons(frame: DataFrame | undefined): Reasons | undefined {
  if (!frame) return undefined;
  const rows = readRows(frame, reasonOf);
  const base = rows.find(({ feature }) => feature === BASE);
  if (!base) return undefined;
  return { base: base.contribution, rows: rows.filter(({ feature }) => feature !== BASE).toSorted(heavier) };
}

function heavier(one: Reason, other: Reason): number {
  return Math.abs(other.contribution) - Math.abs(one.contribution);
}

function reasonOf(row: RowReader): Reason | undefined {
  const feature = row.text('feature');
  const contribution = row.number('contribution');
  if (feature === '' || contribution === null) return undefined;
  return {
    feature,
    label: row.text('label') || feature.replaceAll('_', ' '),
    unit: row.text('unit'),
    value: row.number('value'),
    typical: row.number('typical'),
    contribution,
    sentence: row.text('sentence'),
    changeable: row.flag('changeable'),
    min: row.number('min'),
    max: row.number('max'),
    step: row.number('step'),
  };
}
