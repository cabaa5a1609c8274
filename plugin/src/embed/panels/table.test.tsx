import {
  applyFieldOverrides,
  createDataFrame,
  createTheme,
  EventBusSrv,
  FieldType,
  getDefaultTimeRange,
  LoadingState,
} from '@grafana/data';
import { TableCellHeight } from '@grafana/schema';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { giveElementsSize } from '../../testing/layout';
import { TablePanel } from './table';

const timeRange = getDefaultTimeRange();

type Props = React.ComponentProps<typeof TablePanel>;

function propsOf(values: number[]): Props {
  const frame = createDataFrame({
    fields: [
      { name: 'state', type: FieldType.string, values: ['SP', 'RJ', 'MG'] },
      { name: 'At stake', type: FieldType.number, values },
    ],
  });
  const fieldConfig = { defaults: {}, overrides: [] };
  const replaceVariables = (text: string) => text;
  const series = applyFieldOverrides({ data: [frame], fieldConfig, replaceVariables, theme: createTheme() });
  return {
    id: 1,
    data: { state: LoadingState.Done, series, timeRange },
    timeRange,
    timeZone: 'utc',
    options: { frameIndex: 0, showHeader: true, cellHeight: TableCellHeight.Sm },
    transparent: false,
    width: 600,
    height: 300,
    fieldConfig,
    renderCounter: 0,
    title: 'By state',
    eventBus: new EventBusSrv(),
    onOptionsChange: jest.fn(),
    onFieldConfigChange: jest.fn(),
    replaceVariables,
    onChangeTimeRange: jest.fn(),
  };
}

beforeEach(() => giveElementsSize(600, 300));
afterEach(() => jest.restoreAllMocks());

const states = () =>
  within(screen.getByRole('table'))
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('cell')[0]?.textContent);
const head = (name: string) => screen.getByRole('columnheader', { name: new RegExp(name) });
const width = (element: HTMLElement) => Number.parseInt(element.style.width, 10);

it('stays sorted as the reader has chosen when another answer comes, and says how', async () => {
  const { rerender } = render(<TablePanel {...propsOf([2, 3, 1])} />);
  expect(states()).toEqual(['SP', 'RJ', 'MG']);
  expect(head('At stake')).toHaveAttribute('aria-sort', 'none');
  await userEvent.click(within(head('At stake')).getByText('At stake'));
  await waitFor(() => expect(head('At stake')).toHaveAttribute('aria-sort', 'ascending'));
  expect(states()).toEqual(['MG', 'SP', 'RJ']);
  rerender(<TablePanel {...propsOf([1, 3, 2])} />);
  expect(states()).toEqual(['SP', 'MG', 'RJ']);
});

it('makes room for the arrow beside the name of the column by which it is sorted', async () => {
  render(<TablePanel {...propsOf([2, 3, 1])} />);
  const share = () => width(head('At stake')) - width(head('state'));
  const before = share();
  await userEvent.click(within(head('At stake')).getByText('At stake'));
  await waitFor(() => expect(share()).toBeGreaterThan(before));
});
