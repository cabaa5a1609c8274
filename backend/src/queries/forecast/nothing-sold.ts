import type { Frame, FrameType, Narrowing } from '../../contract';
import { noData } from '../../frames';
import { hasFilters } from '../filters';
import { longDay } from '../wording';
import type { ForecastContext } from './context';
import { learnedDays } from './learned-days';

/** No data, with the reason: nothing was sold that a forecast could learn from. */
export function nothingSold(
  name: string,
  type: FrameType,
  narrowing: Narrowing,
  { asOf, generation }: ForecastContext,
): Frame {
  const { first, last } = learnedDays(asOf, generation);
  const when = `from ${longDay(first)} to ${longDay(last)}`;
  const text = hasFilters(narrowing)
    ? `Nothing that was sold ${when} matches these filters, so there is nothing to forecast from. Choose other filters.`
    : `Nothing was sold ${when}, so there is nothing to forecast from. Choose a later as-of date.`;
  return { ...noData(name, type), meta: { type, notices: [{ severity: 'warning', text }] } };
}
