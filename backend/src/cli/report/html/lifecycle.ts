import { DAY_MS, LIFECYCLE_COLORS, LIFECYCLE_STAGES, startOf, type Language } from '../../../contract';
import type { PlainField } from '../cells';
import { WORDS } from '../wording';
import { stackedColumns } from './stacked';

/** Customers who stop buying are drawn below the line. */
const LEAVING = 'dormant';

/**
 * Customers by what they did in each month or week, as columns; undefined where the fields do not tell.
 *
 * @param asOf the last day that is known, `YYYY-MM-DD`; empty: it is not said
 */
export function lifecycleChart(fields: readonly PlainField[], asOf: string, language: Language): string | undefined {
  const whole = fields.find(({ isTime }) => isTime);
  if (!whole) return undefined;
  const known = asOf === '' ? Infinity : startOf(asOf) + DAY_MS;
  // What begins after the last known day is not known to be nothing.
  const begun = whole.values.filter((ms) => Number(ms) < known).length;
  const cut = (field: PlainField): PlainField => ({ ...field, values: field.values.slice(0, begun) });
  const stacks = LIFECYCLE_STAGES.flatMap((stage) => {
    const field = fields.find(({ key }) => key === stage);
    return field ? [{ field: cut(field), color: LIFECYCLE_COLORS[stage], isBelow: stage === LEAVING }] : [];
  });
  const time = cut(whole);
  if (stacks.length === 0 || time.values.length < 2) return undefined;
  const last = Number(time.values.at(-1));
  const next = Number(whole.values[begun] ?? last + (last - Number(time.values.at(-2))));
  const running = next > known ? { from: last, name: WORDS[language].heat.running } : undefined;
  return stackedColumns(time, stacks, language, running);
}
