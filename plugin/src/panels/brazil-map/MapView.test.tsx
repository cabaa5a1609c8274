import { LoadingState } from '@grafana/data';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import { expectAccessible } from '../../testing/accessibility';
import { MapView, type MapViewProps } from './MapView';
import { DEFAULT_OPTIONS, type MapOptions } from './options';
import { CITIES, figures, frameOf, link, loaded, shopFrames, STATES } from './testing/frames';

type Overrides = Partial<Omit<MapViewProps, 'options'>> & { options?: Partial<MapOptions>; chosen?: string[] };

/** The view on a page that keeps what was chosen, as a dashboard does. */
function Page({ options, onSelect, chosen = [], ...props }: Overrides) {
  const [selected, setSelected] = useState<readonly string[]>(chosen);
  const select = (state: string | null) => {
    setSelected(state === null ? [] : [state]);
    onSelect?.(state);
  };
  return (
    <MapView
      data={loaded(shopFrames())}
      options={{ ...DEFAULT_OPTIONS, ...options }}
      width={900}
      height={600}
      selected={selected}
      onSelect={select}
      {...props}
    />
  );
}

const map = () => screen.getByRole('group', { name: /^Map of Brazil|^Cities of|neighbours/ });
const state = (name: RegExp) => within(map()).getByRole('button', { name });
const cities = () => within(map()).queryAllByRole('img');
const legend = () => within(screen.getByRole('list', { name: 'Legend' })).getAllByRole('listitem');
const rows = () => screen.getAllByRole('row').map((row) => row.textContent);

describe('the states', () => {
  it('are a button each that says everything, those without customers too', () => {
    render(<Page />);
    expect(within(map()).getAllByRole('button')).toHaveLength(27);
    expect(state(/^São Paulo \(SP\): Revenue R\$ 5,000,000.50 \(73.3%\); Orders 50,001/)).toBeVisible();
    expect(state(/^Bahia \(BA\): No customers here$/)).toBeVisible();
  });

  it('tell apart what was sold, nothing sold, and no customers', () => {
    render(<Page />);
    const texts = legend().map((one) => one.textContent);
    expect(texts).toEqual(['R$ 20.0k', 'R$ 800.0k – R$ 1.0M', 'R$ 5.0M', 'None in this range', 'No customers']);
    expect(state(/^Bahia/).getAttribute('fill')).toMatch(/^url\(#/);
    expect(state(/^Acre/).getAttribute('fill')).not.toBe(state(/^Amazonas/).getAttribute('fill'));
  });

  it('carry their codes and values where these fit', () => {
    const { container, rerender } = render(<Page />);
    const texts = () => [...container.querySelectorAll('svg text')].map((text) => text.textContent);
    expect(texts()).toEqual(expect.arrayContaining(['AM', 'R$ 20.0k', 'SP', 'BA']));
    expect(texts()).not.toContain('DF');
    rerender(<Page options={{ showLabels: false }} />);
    expect(texts()).toEqual([]);
  });

  it('show another measure when it is chosen, and offer only what the answer knows', async () => {
    render(<Page data={loaded([frameOf(STATES.map((row) => ({ ...row, ...figures(Number(row.revenue), null) })))])} />);
    const measure = screen.getByRole('combobox', { name: 'Measure' });
    const names = within(measure).getAllByRole('option');
    expect(names.map((one) => one.textContent)).toEqual(['Revenue', 'Customers who bought', 'Orders', 'Churned share']);
    await userEvent.selectOptions(measure, 'Orders');
    expect(screen.getByRole('group', { name: 'Map of Brazil: states by Orders' })).toBeVisible();
  });

  it('show their figures when pointed at', async () => {
    render(<Page />);
    await userEvent.hover(state(/^Minas Gerais/));
    expect(screen.getByText('R$ 1,000,000.00 (14.7%)')).toBeVisible();
    await userEvent.unhover(state(/^Minas Gerais/));
    expect(screen.queryByText('R$ 1,000,000.00 (14.7%)')).not.toBeInTheDocument();
  });

  it('are one stop for the Tab key, and arrows go through them', async () => {
    render(<Page />);
    act(() => state(/^Acre/).focus());
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(state(/^Amapá/)).toHaveFocus();
    expect(
      within(map())
        .getAllByRole('button')
        .filter(({ tabIndex }) => tabIndex === 0),
    ).toEqual([state(/^Amapá/)]);
  });
});

describe('a risk that is not known', () => {
  it('is told apart from none, and says why', () => {
    const unscored = STATES.map((row) => ({ ...row, ...figures(Number(row.revenue), null) }));
    render(<Page options={{ measure: 'high_risk_share' }} data={loaded([frameOf(unscored)])} />);
    expect(legend().map((one) => one.textContent)).toEqual([
      'Not known',
      'No customers',
      'No churn model serves yet: the risk is not known.',
    ]);
  });
});

describe('choosing a state', () => {
  it('shows its cities from near, and the way back leads to all of Brazil', async () => {
    const onSelect = jest.fn();
    render(<Page onSelect={onSelect} />);
    await userEvent.click(state(/^São Paulo/));
    expect(screen.getByRole('group', { name: 'Cities of São Paulo by Revenue' })).toBeVisible();
    expect(cities().map((one) => one.getAttribute('aria-label')?.split(':')[0])).toEqual([
      'São Paulo (SP)',
      'Campinas (SP)',
    ]);
    const back = screen.getByRole('button', { name: 'Back to all of Brazil' });
    expect(back).toHaveFocus();
    await userEvent.click(back);
    expect(onSelect.mock.calls).toEqual([['SP'], [null]]);
    expect(state(/^São Paulo/)).toHaveFocus();
  });

  it.each(['{Enter}', ' '])('works with the keyboard: %s, and Escape goes back', async (key) => {
    const onSelect = jest.fn();
    render(<Page onSelect={onSelect} />);
    act(() => state(/^Minas/).focus());
    await userEvent.keyboard(key);
    expect(cities()).toHaveLength(1);
    act(() => cities()[0]?.focus());
    await userEvent.keyboard('{Escape}');
    expect(onSelect.mock.calls).toEqual([['MG'], [null]]);
  });

  it('names cities that have no place, or one that cannot be', () => {
    render(<Page chosen={['SP']} />);
    expect(legend().map((one) => one.textContent)).toContain('2 without a known place');
  });

  it('says what to ask for where there are no cities', () => {
    render(<Page chosen={['SP']} data={loaded([frameOf(STATES)])} />);
    expect(screen.getByRole('list', { name: 'Legend' })).toHaveTextContent('Geography by city');
    expect(state(/^Paraná/)).toBeVisible();
  });

  it('lets several states stand out on the map of Brazil', () => {
    render(<Page chosen={['SP', 'MG']} />);
    expect(within(map()).getAllByRole('button', { pressed: true })).toHaveLength(2);
    expect(state(/^Rio Grande do Sul/)).toHaveAttribute('fill-opacity', '0.35');
    expect(state(/^São Paulo/)).toHaveAttribute('fill-opacity', '1');
  });
});

describe('the cities of all of Brazil', () => {
  it('are circles, the largest first, beside what their sizes mean', async () => {
    render(<Page />);
    await userEvent.click(screen.getByRole('radio', { name: 'Cities' }));
    expect(cities()).toHaveLength(3);
    const radii = cities().map((one) => Number(one.getAttribute('r')));
    expect(radii).toEqual(radii.toSorted((a, b) => b - a));
    expect(radii[0]! ** 2 / radii[2]! ** 2).toBeCloseTo(10, 6);
    expect(legend().map((one) => one.textContent)).toContain('R$ 2.0M');
  });

  it('are sized by their customers where a share is shown', () => {
    render(<Page options={{ level: 'cities', measure: 'high_risk_share' }} />);
    expect(legend().map((one) => one.textContent)).toEqual(
      expect.arrayContaining(['10.0%', '25.0%', '30.0%', 'Customer base:']),
    );
    expect(new Set(cities().map((one) => one.getAttribute('fill'))).size).toBe(3);
  });

  it('lead where the links of the panel say', () => {
    const links = () => [link('/d/customers')];
    render(<Page options={{ level: 'cities' }} data={loaded([frameOf(CITIES, links)])} />);
    expect(within(map()).getAllByRole('link')[0]).toHaveAttribute('href', '/d/customers');
  });
});

describe('the table', () => {
  it('lists the states, sorts them, and chooses one', async () => {
    const onSelect = jest.fn();
    render(<Page options={{ asTable: true }} onSelect={onSelect} />);
    expect(rows()[1]).toMatch(/^São Paulo \(SP\)R\$ 5.0M50,00050,001100,00050.0%30,00030.0%R\$ 1.5M$/);
    await userEvent.click(screen.getByRole('button', { name: 'State' }));
    expect(rows()[1]).toMatch(/^Acre/);
    await userEvent.click(screen.getByRole('button', { name: 'Minas Gerais (MG)' }));
    expect(onSelect).toHaveBeenCalledWith('MG');
    expect(
      rows()
        .slice(1)
        .map((text) => text?.slice(0, 14)),
    ).toEqual(['Belo Horizonte']);
  });

  it('has no more rows than can be drawn, and says so', () => {
    const many = Array.from({ length: 301 }, (_, n) => ({ ...CITIES[0], city: `town ${n}` }));
    render(<Page options={{ asTable: true, level: 'cities' }} data={loaded([frameOf(many)])} />);
    expect(rows()).toHaveLength(301);
    expect(screen.getByText('The first 300 of 301; the download has all of them.')).toBeVisible();
  });
});

describe('what is handed out', () => {
  it('is what the map shows, as CSV', async () => {
    const made: Blob[] = [];
    URL.createObjectURL = jest.fn((blob: Blob) => `blob:${made.push(blob)}`);
    URL.revokeObjectURL = jest.fn();
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    render(<Page chosen={['SP']} />);
    await userEvent.click(screen.getByRole('button', { name: 'Download as CSV' }));
    expect(click).toHaveBeenCalledTimes(1);
    click.mockRestore();
    const text = await new Promise((done) => {
      const reader = new FileReader();
      reader.onload = () => done(reader.result);
      reader.readAsText(made[0]!);
    });
    expect(
      String(text)
        .trim()
        .split('\r\n')
        .map((line) => line.split(',')[0]?.replace('\uFEFF', '')),
    ).toEqual(['city', 'sao paulo', 'campinas', 'nowhere', 'lost']);
  });
});

describe('when there is nothing to draw', () => {
  it.each([LoadingState.Loading, LoadingState.NotStarted])('says that it is loading (%s)', (loading) => {
    render(<Page data={{ series: [], state: loading }} />);
    expect(screen.getByRole('status')).toHaveTextContent('Loading the map');
  });

  it('says what went wrong in the words of the backend', () => {
    const errors = [{ message: 'The warehouse is being built, 60%' }];
    render(<Page data={{ series: [], state: LoadingState.Error, errors }} />);
    expect(screen.getByRole('alert')).toHaveTextContent('The warehouse is being built, 60%');
  });

  it('says that nobody fits', () => {
    render(<Page data={loaded([])} />);
    expect(screen.getByRole('status')).toHaveTextContent('No customers');
  });

  it('names what is missing and what to ask instead', () => {
    render(<Page data={loaded([frameOf([{ segment: 'Lost', customers: 3 }])])} />);
    expect(screen.getByRole('alert')).toHaveTextContent('The answer holds no state');
    expect(screen.getByRole('alert')).toHaveTextContent('“Geography” by state');
  });
});

describe('in little room', () => {
  it('lists the places where no map can be read', () => {
    render(<Page width={200} height={300} />);
    expect(screen.queryByRole('group', { name: /Map/ })).not.toBeInTheDocument();
    expect(rows()[1]).toMatch(/^São Paulo/);
  });

  it('leaves out toolbar and legend where it is low, but never the way back', () => {
    const { rerender } = render(<Page width={300} height={170} />);
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
    expect(map()).toBeVisible();
    rerender(<Page width={300} height={170} selected={['SP']} />);
    expect(screen.getByRole('button', { name: 'Back to all of Brazil' })).toBeVisible();
  });
});

describe('is free of violations of accessibility rules', () => {
  it.each<[string, Overrides]>([
    ['states', {}],
    ['cities', { options: { level: 'cities', measure: 'high_risk_share' } }],
    ['a state', { chosen: ['SP'] }],
    ['a table', { options: { asTable: true } }],
  ])('%s', async (_, overrides) => {
    const { container } = render(<Page {...overrides} />);
    await expectAccessible(container);
  });
});
