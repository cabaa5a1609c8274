import { EventBusSrv, getDefaultTimeRange, LoadingState, type PanelProps } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import React from 'react';
import { forecastFrame } from '../../panels/sales-forecast/testing/frames';
import { asGrafanaRequest } from '../data/grafanaRequest';
import { fakeServer, type Answer } from '../testing/server';
import { forecast } from './forecast';

const timeRange = getDefaultTimeRange();
const request = asGrafanaRequest(
  { from: 0, to: 1, queries: [{ refId: 'A', kind: 'sales_forecast', maxDataPoints: 900 }] },
  { range: timeRange, timeZone: 'utc' },
);

function propsOf(): PanelProps {
  return {
    id: 1,
    data: { state: LoadingState.Done, series: [forecastFrame()], timeRange, request },
    timeRange,
    timeZone: 'utc',
    options: { ...forecast.options, view: 'backtest' },
    transparent: false,
    width: 800,
    height: 600,
    fieldConfig: { defaults: {}, overrides: [] },
    renderCounter: 0,
    title: 'Forecast',
    eventBus: new EventBusSrv(),
    onOptionsChange: jest.fn(),
    onFieldConfigChange: jest.fn(),
    replaceVariables: (text) => text,
    onChangeTimeRange: jest.fn(),
  };
}

/** The view of past forecasts on a page whose server answers so; returns what the server was asked. */
function show(answer: Answer) {
  const server = fakeServer({}, answer);
  const Panel = forecast.component;
  render(<Panel {...propsOf()} />);
  return server.asked;
}

describe('past forecasts in the viewer', () => {
  it("are asked of this page's own server, and its error is shown", async () => {
    const asked = show(() => 'The forecasts took longer than 30 s.');
    expect(await screen.findByText('The forecasts took longer than 30 s.')).toBeVisible();
    expect(asked).toEqual([{ refId: 'A', kind: 'sales_forecast', view: 'backtest', maxDataPoints: 900 }]);
  });

  it('say so when there are none', async () => {
    show(() => []);
    expect(await screen.findByText('No past forecasts')).toBeVisible();
  });
});
