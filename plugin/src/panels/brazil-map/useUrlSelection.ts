import type { InterpolateFunction } from '@grafana/data';
import { useUrlChoice } from '../../components/panel/useUrlChoice';
import type { StateSelection } from './MapPanel';
import { shapeOf } from './shapes/stateShapes';

/** The choice of states in Grafana: a dashboard variable, read from and written to the address. */
export function useUrlSelection(variable: string, interpolate: InterpolateFunction): StateSelection {
  const { values, choose } = useUrlChoice(variable, interpolate);
  // A value that is no state, such as "All" or an unknown variable's own name, chooses nothing.
  return { selected: values.filter(shapeOf), select: choose };
}
