import type { InterpolateFunction } from '@grafana/data';
import { useUrlChoice } from '../../components/panel/useUrlChoice';
import { isSegment } from './picture/segmentStyle';
import type { SegmentSelection } from './SegmentsPanel';

/** The choice of segments in Grafana: a dashboard variable, read from and written to the address. */
export function useUrlSelection(variable: string, interpolate: InterpolateFunction): SegmentSelection {
  const { values, choose } = useUrlChoice(variable, interpolate);
  // A value that is no segment, such as "All" or an unknown variable's own name, chooses nothing.
  return { selected: values.filter(isSegment), select: choose };
}
