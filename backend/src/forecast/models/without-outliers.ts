import { median, usualDays } from './usual-days';
import { WEEK } from './weekday-profile';

/** An outlier takes the median of the same weekday so many weeks before and after. */
const WEEKS = 4;

/** The values with each outlier (see `usualDays`) replaced by what its weekday is like around it. */
export function withoutOutliers(values: Float64Array): Float64Array {
  const usual = usualDays(values);
  return values.map((value, day) => {
    if (usual[day]) return value;
    const around: number[] = [];
    for (let week = -WEEKS; week <= WEEKS; week += 1) {
      const other = day + week * WEEK;
      if (usual[other]) around.push(values[other]!);
    }
    return around.length > 0 ? median(Float64Array.from(around)) : value;
  });
}
