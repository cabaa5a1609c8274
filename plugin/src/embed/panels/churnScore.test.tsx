import { EventBusSrv, getDefaultTimeRange, LoadingState, type PanelProps } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { scoreFrames } from '../../panels/churn-score/testing/frames';
import { asGrafanaRequest } from '../data/grafanaRequest';
import { fakeServer, type Answer } from '../testing/server';
import { churnScore } from './churnScore';

const timeRange = getDefaultTimeRange();
const request = asGrafanaRequest(
  { from: 0, to: 1, queries: [{ refId: 'A', kind: 'churn_score', customer: 'abc' }] },
  { range: timeRange, timeZone: 'utc' },
);

function propsOf(): PanelProps {
  return {
    id: 1,
    data: { state: LoadingState.Done, series: scoreFrames(), timeRange, request },
    timeRange,
    timeZone: 'utc',
    options: churnScore.options,
    transparent: false,
    width: 800,
    height: 600,
    fieldConfig: { defaults: {}, overrides: [] },
    renderCounter: 0,
    title: 'Churn score',
    eventBus: new EventBusSrv(),
    onOptionsChange: jest.fn(),
    onFieldConfigChange: jest.fn(),
    replaceVariables: (text) => text,
    onChangeTimeRange: jest.fn(),
  };
}

/** Changes a feature on a page whose server answers so; returns what the server was asked. */
async function tryOut(answer: Answer) {
  const server = fakeServer({}, answer);
  const Panel = churnScore.component;
  render(<Panel {...propsOf()} />);
  await userEvent.type(screen.getByRole('spinbutton', { name: /^Days since the last order/ }), '0');
  return server.asked;
}

describe('what-ifs in the viewer', () => {
  it("are asked of this page's own server, and its error is shown", async () => {
    const asked = await tryOut(() => 'recency_days must be at most 720.');
    expect(await screen.findByText('recency_days must be at most 720.')).toBeVisible();
    expect(asked).toEqual([{ refId: 'A', kind: 'what_if', customer: 'abc', changes: { recency_days: 2100 } }]);
  });

  it('say so when the answer holds nothing', async () => {
    await tryOut(() => []);
    expect(await screen.findByText(/The answer holds no score/)).toBeVisible();
  });
});
