import { DEFAULT_BANDS, DEFAULT_SEGMENT_GRID, SEGMENTS, type Settings } from '@contract';
import type { DataSourceSettings } from '@grafana/data';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import { expectAccessible } from '../../testing/accessibility';
import { giveElementsSize } from '../../testing/layout';
import { grafanaWith, ready, sourceSettings } from '../../testing/status';
import type { WarehouseOptions } from '../types';
import { ConfigEditor } from './ConfigEditor';

type Options = DataSourceSettings<WarehouseOptions>;

function optionsOf(jsonData: WarehouseOptions, readOnly: boolean): Options {
  return {
    id: 1,
    uid: 'shop',
    orgId: 1,
    name: 'Churnwatch',
    typeLogoUrl: '',
    type: 'churnwatch-warehouse-datasource',
    typeName: 'Churnwatch warehouse',
    access: 'proxy',
    url: '',
    user: '',
    database: '',
    basicAuth: false,
    basicAuthUser: '',
    isDefault: false,
    jsonData,
    secureJsonFields: {},
    readOnly,
    withCredentials: false,
    version: 1,
  };
}

interface Props {
  jsonData?: WarehouseOptions;
  readOnly?: boolean;
  onSettings?: (settings: Settings) => void;
}

/** The settings on a page that keeps them, as Grafana does. */
function Page({ jsonData = {}, readOnly = false, onSettings }: Props) {
  const [options, setOptions] = useState(optionsOf(jsonData, readOnly));
  const change = (changed: Options) => {
    setOptions(changed);
    onSettings?.(changed.jsonData);
  };
  return <ConfigEditor options={options} onOptionsChange={change} />;
}

/** Waits until the status below the settings is known. */
const settled = () => screen.findByText('/srv/olist');

beforeEach(() => {
  giveElementsSize(400, 800);
  grafanaWith([sourceSettings('shop')], () => ready());
});
afterEach(() => jest.restoreAllMocks());

describe('the settings', () => {
  it('need none to begin, and show what holds then', async () => {
    render(<Page />);
    await settled();
    expect(screen.getByLabelText(/^Data folder/)).toHaveValue('');
    expect(screen.getByLabelText(/^Churned after/)).toHaveAttribute('placeholder', '180');
    expect(screen.getByLabelText(/^Full customer ids/)).toHaveValue('Editors and admins');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('take folders, and take them back when they are emptied', async () => {
    const onSettings = jest.fn();
    render(<Page onSettings={onSettings} />);
    await settled();
    await userEvent.click(screen.getByLabelText(/^Data folder/));
    await userEvent.paste('/srv/shop');
    expect(onSettings).toHaveBeenLastCalledWith({ dataFolder: '/srv/shop' });
    await userEvent.clear(screen.getByLabelText(/^Data folder/));
    expect(onSettings.mock.lastCall?.[0].dataFolder).toBeUndefined();
  });

  it('take the churn rule as a number', async () => {
    const onSettings = jest.fn();
    render(<Page onSettings={onSettings} />);
    await settled();
    await userEvent.type(screen.getByLabelText(/^Churned after/), '90');
    expect(onSettings).toHaveBeenLastCalledWith({ churnDays: 90 });
  });

  it('take the horizon and the playbook of the churn score', async () => {
    const onSettings = jest.fn();
    render(<Page onSettings={onSettings} />);
    await settled();
    await userEvent.type(screen.getByLabelText(/^Horizon/), '90');
    await userEvent.click(screen.getByLabelText(/^Playbook file/));
    await userEvent.paste('/etc/playbook.yaml');
    expect(onSettings).toHaveBeenLastCalledWith({ horizonDays: 90, playbookFile: '/etc/playbook.yaml' });
  });

  it('take the file of campaigns, and take it back when it is emptied', async () => {
    const onSettings = jest.fn();
    render(<Page onSettings={onSettings} />);
    await settled();
    const field = screen.getByLabelText(/^Campaigns file/);
    await userEvent.click(field);
    await userEvent.paste('/etc/campaigns.csv');
    expect(onSettings).toHaveBeenLastCalledWith({ campaignsFile: '/etc/campaigns.csv' });
    await userEvent.clear(field);
    expect(onSettings.mock.lastCall?.[0].campaignsFile).toBeUndefined();
  });

  it('take the country of the holidays, and take it back when it is emptied', async () => {
    const onSettings = jest.fn();
    render(<Page onSettings={onSettings} />);
    await settled();
    const field = screen.getByLabelText(/^Country/);
    expect(field).toHaveAttribute('placeholder', 'BR');
    await userEvent.type(field, 'PT');
    expect(onSettings).toHaveBeenLastCalledWith({ country: 'PT' });
    await userEvent.clear(field);
    expect(onSettings.mock.lastCall?.[0].country).toBeUndefined();
  });

  it('take where the risk bands begin; a bound that is left empty keeps its default', async () => {
    const onSettings = jest.fn();
    render(<Page onSettings={onSettings} />);
    await settled();
    expect(screen.getByLabelText(/^High risk up to/)).toHaveAttribute('placeholder', String(DEFAULT_BANDS.high));
    await userEvent.type(screen.getByLabelText(/^Low risk from/), '2');
    expect(onSettings).toHaveBeenLastCalledWith({ riskBands: { high: DEFAULT_BANDS.high, low: 2 } });
  });

  it('say what is wrong with a bound of the bands', async () => {
    render(<Page jsonData={{ riskBands: { high: 1.2, low: 1.5 } }} />);
    await settled();
    expect(screen.getAllByText(/riskBands must have "high" between 0 and 1/)).toHaveLength(2);
  });

  it('take who sees full customer ids', async () => {
    const onSettings = jest.fn();
    render(<Page onSettings={onSettings} />);
    await settled();
    await userEvent.click(screen.getByLabelText(/^Full customer ids/));
    await userEvent.click(await screen.findByRole('option', { name: /^Nobody/ }));
    expect(onSettings).toHaveBeenLastCalledWith({ maskCustomerIds: 'everybody' });
  });

  it('take the as-of day, which a fixed one must name', async () => {
    const onSettings = jest.fn();
    render(<Page onSettings={onSettings} />);
    await settled();
    expect(screen.getByLabelText(/^As of/)).toHaveValue('The end of the time range');
    expect(screen.queryByLabelText(/^Fixed day/)).not.toBeInTheDocument();
    await userEvent.click(screen.getByLabelText(/^As of/));
    await userEvent.click(await screen.findByRole('option', { name: /^A fixed day/ }));
    expect(onSettings).toHaveBeenLastCalledWith({ asOfMode: 'fixed' });
    expect(screen.getByText(/asOfDay must name a day such as/)).toBeVisible();
    await userEvent.click(screen.getByLabelText(/^Fixed day/));
    await userEvent.paste('2018-06-30');
    expect(onSettings).toHaveBeenLastCalledWith({ asOfMode: 'fixed', asOfDay: '2018-06-30' });
    expect(screen.queryByText(/asOfDay must/)).not.toBeInTheDocument();
  });

  it('leave SQL off, and show its limits when it is switched on', async () => {
    const onSettings = jest.fn();
    render(<Page onSettings={onSettings} />);
    await settled();
    expect(screen.getByLabelText(/^SQL can be run by/)).toHaveValue('Nobody');
    expect(screen.queryByLabelText(/^Time \(seconds\)/)).not.toBeInTheDocument();
    await userEvent.click(screen.getByLabelText(/^SQL can be run by/));
    await userEvent.click(await screen.findByRole('option', { name: /^Editors and admins/ }));
    expect(onSettings).toHaveBeenLastCalledWith({ sqlMode: 'editors' });
    await userEvent.type(screen.getByLabelText(/^Time \(seconds\)/), '5');
    expect(onSettings).toHaveBeenLastCalledWith({ sqlMode: 'editors', sqlLimits: { seconds: 5 } });
    await userEvent.clear(screen.getByLabelText(/^Time \(seconds\)/));
    expect(onSettings.mock.lastCall?.[0].sqlLimits).toBeUndefined();
  });

  it.each<[keyof Settings, WarehouseOptions, RegExp]>([
    ['dataFolder', { dataFolder: 'data/olist' }, /dataFolder must be an absolute path/],
    ['warehouseFolder', { warehouseFolder: '~/warehouse' }, /warehouseFolder must be an absolute path/],
    ['churnDays', { churnDays: 0 }, /churnDays must be a whole number of days from 1 to 3650/],
    ['churnDays', { churnDays: 1.5 }, /churnDays must be a whole number/],
    ['horizonDays', { horizonDays: 0.5 }, /horizonDays must be a whole number/],
    ['playbookFile', { playbookFile: 'playbook.yaml' }, /playbookFile must be an absolute path/],
    ['campaignsFile', { campaignsFile: 'campaigns.csv' }, /campaignsFile must be an absolute path/],
    ['country', { country: 'Brasil' }, /country must be the two letters of a country/],
    ['segmentGrid', { segmentGrid: [['Lost']] }, /segmentGrid must have five rows/],
    ['sqlLimits', { sqlMode: 'editors', sqlLimits: { rows: 0 } }, /sqlLimits.rows must be a whole number from 1/],
  ])('name a mistake in %s at once', async (_name, jsonData, problem) => {
    render(<Page jsonData={jsonData} />);
    await settled();
    expect(screen.getByText(problem)).toBeVisible();
  });

  it('cannot be changed where they are provisioned', async () => {
    render(<Page readOnly jsonData={{ dataFolder: '/srv/olist', segmentGrid: DEFAULT_SEGMENT_GRID }} />);
    await settled();
    for (const field of [
      ...screen.getAllByRole('textbox'),
      ...screen.getAllByRole('combobox'),
      ...screen.getAllByRole('spinbutton'),
    ])
      expect(field).toBeDisabled();
    expect(screen.getByRole('button', { name: /common grid/ })).toBeDisabled();
  });

  it('are free of violations of accessibility rules', async () => {
    const { container } = render(<Page jsonData={{ segmentGrid: DEFAULT_SEGMENT_GRID }} />);
    await settled();
    await expectAccessible(container);
  });
});

describe('the grid of segments', () => {
  const cell = (recency: number, frequency: number) =>
    screen.getByRole('combobox', { name: `Recency ${recency} Frequency ${frequency}` });

  it('shows the common grid until it is changed', async () => {
    render(<Page />);
    await settled();
    await userEvent.click(screen.getByRole('button', { name: /RFM segments/ }));
    expect(cell(5, 5)).toHaveValue('Champions');
    expect(cell(1, 1)).toHaveValue('Lost');
    expect(screen.getByRole('button', { name: /common grid/ })).toBeDisabled();
  });

  it('changes one cell and leaves the others', async () => {
    const onSettings = jest.fn();
    render(<Page onSettings={onSettings} jsonData={{ segmentGrid: DEFAULT_SEGMENT_GRID }} />);
    await settled();
    await userEvent.click(cell(1, 2));
    await userEvent.click(await screen.findByRole('option', { name: /^Hibernating/ }));
    const expected = DEFAULT_SEGMENT_GRID.map((row) => [...row]);
    expected[0]?.splice(1, 1, 'Hibernating');
    expect(onSettings).toHaveBeenLastCalledWith({ segmentGrid: expected });
  });

  it('goes back to the common grid', async () => {
    const onSettings = jest.fn();
    const grid = DEFAULT_SEGMENT_GRID.map((row) => row.map(() => SEGMENTS[0]));
    render(<Page onSettings={onSettings} jsonData={{ segmentGrid: grid }} />);
    await settled();
    await userEvent.click(screen.getByRole('button', { name: /common grid/ }));
    expect(onSettings.mock.lastCall?.[0].segmentGrid).toBeUndefined();
    await waitFor(() => expect(cell(1, 1)).toHaveValue('Lost'));
  });
});

describe('the status below the settings', () => {
  it('says why the data source does not answer', async () => {
    grafanaWith([sourceSettings('shop')], () => {
      throw new Error('Plugin unavailable');
    });
    render(<Page />);
    expect(await screen.findByRole('alert', { name: 'The data source does not answer' })).toHaveTextContent(
      'Plugin unavailable',
    );
  });
});
