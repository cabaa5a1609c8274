import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { expectAccessible } from '../../testing/accessibility';
import { forecastFrame, loaded } from './testing/frames';
import { View } from './testing/View';

const STATES = ['SP', 'Other', 'RJ'];
const picture = (name: string | RegExp = 'Actual and expected over time') => screen.getByRole('slider', { name });
const texts = (container: Element) => [...container.querySelectorAll('svg text')].map(({ textContent }) => textContent);
const legend = () => within(screen.getByRole('list', { name: 'Legend' })).getAllByRole('listitem');
const said = () => picture().getAttribute('aria-valuetext');

describe('one series', () => {
  it('says the answer first, then the model and its error', () => {
    render(<View />);
    expect(
      screen.getByText(
        'R$ 13.0k expected in the next 10 days, to Sep 8, 2018; between R$ 11.5k and R$ 14.5k with 80% certainty; ' +
          '4.0% more than the 10 days before; 30.0% more than the same days a year before.',
      ),
    ).toBeVisible();
    expect(
      screen.getByText('By mean of weekday profile and Prophet. Over 30 days it was 11.0% off on average.'),
    ).toBeVisible();
  });

  it('marks the as-of date, and explains its lines without their colour', () => {
    const { container } = render(<View />);
    expect(texts(container)).toContain('As of Aug 29, 2018');
    expect(legend().map((entry) => entry.textContent)).toEqual([
      'Actual',
      'Expected',
      'Was expected',
      '80% range',
      '95% range',
      'Unusual day',
      'Holiday',
    ]);
    const dashes = legend()
      .slice(0, 3)
      .map((entry) => entry.querySelector('path')?.getAttribute('stroke-dasharray') ?? '');
    expect(new Set(dashes).size).toBe(3);
  });

  it('goes from day to day by the arrow keys, beginning at the first that is forecast', async () => {
    render(<View />);
    act(() => picture().focus());
    expect(said()).toBe(
      'Thu, Aug 30, 2018: Expected R$ 1,110.00; 80% range R$ 900.00 to R$ 1,300.00; 95% range R$ 700.00 to R$ 1,500.00',
    );
    await userEvent.keyboard('{ArrowLeft}');
    expect(said()).toMatch(/^Wed, Aug 29, 2018: Actual R\$ 1,000.00; Was expected R\$ 1,010.00;.*Difference −1.0%$/);
    await userEvent.keyboard('{End}{ArrowRight}');
    expect(said()).toMatch(/^Sat, Sep 8, 2018/);
    await userEvent.keyboard('{Home}{ArrowLeft}');
    expect(said()).toMatch(/^Sun, Jul 1, 2018/);
  });

  it('shows the exact figures while it has the focus, until Escape', async () => {
    render(<View />);
    act(() => picture().focus());
    expect(screen.getByText('R$ 700.00 to R$ 1,500.00')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByText('R$ 700.00 to R$ 1,500.00')).not.toBeInTheDocument();
  });

  it('shows the exact figures under the pointer, and nothing when it has left', () => {
    render(<View />);
    // The pointer events of jsdom have no place.
    fireEvent(picture(), new MouseEvent('pointermove', { bubbles: true, clientX: 999, clientY: 50 }));
    expect(screen.getByText('Sat, Sep 8, 2018')).toBeVisible();
    fireEvent.pointerLeave(picture());
    expect(screen.queryByText('Sat, Sep 8, 2018')).not.toBeInTheDocument();
  });

  it('names what is unusual, and holidays', async () => {
    render(<View />);
    act(() => picture().focus());
    await userEvent.keyboard('{ArrowLeft}'.repeat(11));
    expect(said()).toMatch(/^Sun, Aug 19, 2018: Unusually high. Actual R\$ 8,400.00/);
    await userEvent.keyboard('{End}{ArrowLeft}');
    expect(said()).toMatch(/^Fri, Sep 7, 2018: Independence Day\. Expected/);
  });

  it('draws what it is told to', () => {
    const { container, rerender } = render(<View />);
    const count = (mark: string) => container.querySelectorAll(`[aria-label="${mark}"] path`).length;
    // The range before, and both after the as-of date; one unusual day.
    expect([count('area'), count('dot')]).toEqual([3, 1]);
    rerender(<View options={{ bands: 'inner', showAnomalies: false }} />);
    expect([count('area'), count('dot')]).toEqual([1, 0]);
    rerender(<View options={{ bands: 'none', showHolidays: false, showLegend: false }} />);
    expect([count('area'), count('dot')]).toEqual([0, 1]);
    expect(screen.queryByRole('list', { name: 'Legend' })).not.toBeInTheDocument();
  });

  it('shows no more of the past than asked for', async () => {
    render(<View data={loaded([forecastFrame({ past: 400 })])} options={{ history: 'quarter' }} />);
    act(() => picture().focus());
    await userEvent.keyboard('{Home}');
    expect(said()).toMatch(/^Thu, May 31, 2018/);
  });

  it('says the pace that a target needs', () => {
    render(<View data={loaded([forecastFrame({ meta: { target: 20_000 } })])} />);
    expect(screen.getByText(/35.0% less than the target of R\$ 20.0k\.$/)).toBeVisible();
    expect(legend().map((entry) => entry.textContent)).toContain('Needed for the target: R$ 2.0k a day');
  });

  it.each([1000, 420])('is free of violations of accessibility rules at %d px', async (width) => {
    const { container } = render(<View width={width} />);
    await expectAccessible(container);
  });
});

describe('several series', () => {
  const several = loaded([forecastFrame({ names: STATES })]);

  it('are drawn side by side, "Other" last, with what is expected of each', () => {
    render(<View data={several} />);
    const names = screen.getAllByRole('button', { name: /on its own$/ }).map((button) => button.textContent);
    expect(names).toEqual(['SP', 'RJ', 'Other']);
    expect(screen.getAllByText('R$ 13.0k ▲ 4.0%')).toHaveLength(3);
    expect(screen.getByText(/^R\$ 39.0k expected in the next 10 days, to Sep 8, 2018; 4.0% more than/)).toBeVisible();
    expect(screen.getByText('By mean of weekday profile and Prophet, for each series.')).toBeVisible();
  });

  it('can each be seen alone, with a way back', async () => {
    render(<View data={several} />);
    await userEvent.click(screen.getByRole('button', { name: 'RJ, on its own' }));
    expect(picture('RJ: actual and expected over time')).toBeVisible();
    expect(screen.getByText(/^R\$ 13.0k expected/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Back to all 3 series' }));
    expect(screen.getAllByRole('slider')).toHaveLength(3);
  });

  it('share one axis of values where asked', () => {
    const tall = { ...several, series: [forecastFrame({ names: ['SP', 'RJ'], past: 5 })] };
    const { container, rerender } = render(<View data={tall} options={{ sharedY: true }} />);
    const axes = () =>
      [...container.querySelectorAll('li')].map((cell) => texts(cell).filter((text) => /^R\$/.test(text ?? '')));
    const [one, other] = axes();
    expect(one).toEqual(other);
    rerender(<View data={tall} options={{ sharedY: true, columns: 1 }} />);
    expect(axes()[0]).toEqual(axes()[1]);
  });

  it('of every state are drawn only when they come into sight', () => {
    const names = Array.from({ length: 27 }, (_, index) => `State ${index}`);
    render(<View data={loaded([forecastFrame({ names })])} />);
    expect(screen.getAllByRole('button', { name: /on its own$/ })).toHaveLength(27);
    expect(screen.getAllByRole('slider')).toHaveLength(8);
    expect(screen.getByRole('group', { name: 'Forecasts, one for each series' })).toHaveAttribute('tabindex', '0');
  });

  it('are free of violations of accessibility rules', async () => {
    const { container } = render(<View data={several} />);
    await expectAccessible(container);
  });
});
