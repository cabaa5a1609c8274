import React from 'react';
import { ForecastView, type ForecastViewProps } from '../ForecastView';
import { DEFAULT_OPTIONS, type ForecastOptions } from '../options';
import { forecastFrame, loaded } from './frames';

type Props = Partial<Omit<ForecastViewProps, 'options'>> & { options?: Partial<ForecastOptions> };

/** The panel's view of a shop's forecast, with the defaults for all that a test does not say. */
export function View({ options, ...props }: Props) {
  return (
    <ForecastView
      data={loaded([forecastFrame()])}
      options={{ ...DEFAULT_OPTIONS, ...options }}
      width={1000}
      height={500}
      {...props}
    />
  );
}
