import { LoadingState, toDataFrame } from '@grafana/data';
import { render, screen, within } from '@testing-library/react';
import React from 'react';
import { expectAccessible } from '../../../testing/accessibility';
import { forecastFrame, loaded, without } from '../testing/frames';
import { View } from '../testing/View';

const picture = (name: string | RegExp = 'Actual and expected over time') => screen.getByRole('slider', { name });
const texts = (container: Element) => [...container.querySelectorAll('svg text')].map(({ textContent }) => textContent);
const legend = () => within(screen.getByRole('list', { name: 'Legend' })).getAllByRole('listitem');
const said = () => picture().getAttribute('aria-valuetext');

describe('what cannot be drawn', () => {
  it.each([
    ['nothing', [], 'Nothing to forecast'],
    ['a frame without fields', [toDataFrame({ name: 'sales_forecast', fields: [] })], 'Nothing to forecast'],
    [
      'something else',
      [toDataFrame({ fields: [{ name: 'x', values: [1] }] })],
      'The answer holds no forecast over time',
    ],
    ['no forecast', [without(forecastFrame(), 'forecast')], 'The answer lacks: forecast'],
    ['neither', [without(forecastFrame(), 'forecast', 'actual')], 'The answer lacks: actual, forecast'],
  ])('%s: is said, with what to do', async (_name, frames, title) => {
    const { container } = render(<View data={loaded(frames)} />);
    expect(screen.getByText(title)).toBeVisible();
    await expectAccessible(container);
  });

  it('is said to be on its way', () => {
    render(<View data={{ series: [], state: LoadingState.Loading }} />);
    expect(screen.getByRole('status')).toHaveTextContent('Loading the forecast…');
  });

  it('is told in the words of the backend', () => {
    const errors = [{ message: 'Revenue of SP: fewer than three weeks of data.' }];
    render(<View data={{ series: [], state: LoadingState.Error, errors }} />);
    expect(screen.getByRole('alert')).toHaveTextContent('Revenue of SP: fewer than three weeks of data.');
  });

  it.each([
    [170, 400],
    [600, 90],
  ])('a picture on %d × %d px: the total alone', (width, height) => {
    render(<View width={width} height={height} />);
    expect(screen.getByText('R$ 13.0k expected in the next 10 days, to Sep 8, 2018')).toBeVisible();
    expect(screen.queryByRole('slider')).not.toBeInTheDocument();
  });
});

describe('little to draw', () => {
  it('one day of history and one of forecast', () => {
    const { container } = render(<View data={loaded([forecastFrame({ past: 1, future: 1 })])} />);
    expect(container.querySelectorAll('[aria-label="dot"] circle')).toHaveLength(1);
    expect(said()).toMatch(/^Thu, Aug 30, 2018: Expected R\$ 1,110.00/);
  });

  it('no ranges, no meta, no future', () => {
    const { meta: _, ...bare } = without(
      forecastFrame({ future: 0 }),
      'lower',
      'upper',
      'lower_95',
      'upper_95',
      'anomalous',
    );
    const { container } = render(<View data={loaded([bare])} />);
    expect(container.querySelectorAll('[aria-label="area"] path')).toHaveLength(0);
    expect(legend().map((entry) => entry.textContent)).toEqual(['Actual', 'Was expected']);
    expect(texts(container).join()).not.toContain('NaN');
  });

  it('nothing but zeros', () => {
    const frame = forecastFrame();
    for (const field of frame.fields.slice(1)) field.values = field.values.map(() => 0);
    const { container } = render(<View data={loaded([frame])} />);
    expect(texts(container)).toContain('R$ 0');
    expect(container.innerHTML).not.toContain('NaN');
  });

  it('values that are no numbers, and none below zero', () => {
    const frame = forecastFrame();
    const [, actual, , lower] = frame.fields;
    if (!actual || !lower) throw new Error('The frame has too few fields.');
    actual.values = actual.values.map(() => Number.NaN);
    lower.values = lower.values.map(() => -5000);
    const { container } = render(<View data={loaded([frame])} options={{ fromZero: false }} />);
    expect(said()).toMatch(/80% range R\$ 0.00 to/);
    expect(container.innerHTML).not.toContain('NaN');
  });
});
