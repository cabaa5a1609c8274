import type { InterpolateFunction } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { useUrlSearch } from './useUrlSearch';

const ALL = '$__all';

/** The values of one variable of a dashboard in Grafana, and how to set it. */
export interface UrlChoice {
  /** As they stand there, known or not; none without a variable. */
  values: string[];
  /** Without a value: all. */
  choose: (value: string | null | undefined) => void;
}

/** A choice of values that a dashboard variable keeps, read from and written to the address. */
export function useUrlChoice(variable: string, interpolate: InterpolateFunction): UrlChoice {
  const key = `var-${variable}`;
  const inUrl = useUrlSearch()[key];
  const values = inUrl === undefined ? interpolate(`\${${variable}:csv}`).split(',') : [inUrl].flat().map(String);
  return {
    values: variable ? values : [],
    choose: (value) => locationService.partial({ [key]: value ?? ALL }),
  };
}
