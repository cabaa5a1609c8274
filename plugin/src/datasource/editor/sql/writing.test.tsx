import { LoadingState } from '@grafana/data';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expectAccessible } from '../../../testing/accessibility';
import { giveElementsSize } from '../../../testing/layout';
import { hovers, providers } from '../../testing/FakeCodeEditor';
import { panelData } from '../../testing/panelData';
import { code, show, SQL } from '../../testing/sqlPage';
import type { WarehouseQuery } from '../../types';

jest.mock('@grafana/ui', () => ({
  ...jest.requireActual('@grafana/ui'),
  CodeEditor: jest.requireActual('../../testing/FakeCodeEditor').FakeCodeEditor,
}));

beforeEach(() => {
  giveElementsSize(400, 800);
  localStorage.clear();
});
afterEach(() => jest.restoreAllMocks());

describe('writing a statement', () => {
  it('takes up one that was saved in an older way', async () => {
    const { onChange } = show({ initial: JSON.parse('{ "refId": "A", "kind": "SQL", "rawSql": "SELECT 1" }') });
    await userEvent.type(await code(), ' + 1');
    await userEvent.tab();
    expect(onChange.mock.calls).toEqual([[{ refId: 'A', kind: 'sql', rawSql: 'SELECT 1 + 1' }]]);
  });

  it('keeps it when the editor is left, and runs nothing', async () => {
    const { onChange, onRunQuery } = show({ initial: SQL });
    await userEvent.type(await code(), ' + 1');
    expect(onChange).not.toHaveBeenCalled();
    await userEvent.tab();
    expect(onChange.mock.calls).toEqual([[{ ...SQL, rawSql: 'SELECT 1 + 1' }]]);
    expect(onRunQuery).not.toHaveBeenCalled();
  });

  it('runs what is written with Ctrl and Enter', async () => {
    const { onChange, onRunQuery } = show({ initial: SQL });
    await userEvent.type(await code(), ' + 2{Control>}{Enter}{/Control}');
    expect(onChange).toHaveBeenCalledWith({ ...SQL, rawSql: 'SELECT 1 + 2' });
    expect(onRunQuery).toHaveBeenCalledTimes(1);
  });

  it('runs with the button, changed or not', async () => {
    const { onChange, onRunQuery } = show({ initial: SQL });
    await userEvent.click(await screen.findByRole('button', { name: 'Run query' }));
    expect(onChange).not.toHaveBeenCalled();
    expect(onRunQuery).toHaveBeenCalledTimes(1);
  });

  it('breaks its lines', async () => {
    const { onChange, onRunQuery } = show({ initial: { ...SQL, rawSql: 'select 1 from t where $__timeFilter(x)' } });
    await code();
    await userEvent.click(await screen.findByRole('button', { name: 'Format' }));
    const formatted = 'select\n  1\nfrom\n  t\nwhere\n  $__timeFilter(x)';
    await waitFor(() => expect(onChange.mock.lastCall?.[0]).toHaveProperty('rawSql', formatted));
    expect(await code()).toHaveValue(formatted);
    expect(onRunQuery).not.toHaveBeenCalled();
  });

  it('says why it cannot break the lines, until the statement is changed', async () => {
    show({ initial: { ...SQL, rawSql: 'select (' } });
    await code();
    await userEvent.click(await screen.findByRole('button', { name: 'Format' }));
    expect(await screen.findByText(/^This statement cannot be formatted/)).toBeVisible();
    expect(await code()).toHaveValue('select (');
    await userEvent.type(await code(), '1)');
    await userEvent.tab();
    expect(screen.queryByText(/^This statement cannot be formatted/)).not.toBeInTheDocument();
  });

  it('writes a name from the schema at the cursor', async () => {
    const { onChange } = show({ initial: { ...SQL, rawSql: 'SELECT 1 FROM' } });
    const area = await code();
    await userEvent.click(area);
    await userEvent.click(await screen.findByRole('button', { name: 'fct_orders' }));
    expect(area).toHaveValue('SELECT 1 FROM fct_orders');
    expect(area).toHaveFocus();
    await userEvent.tab();
    expect(onChange.mock.lastCall?.[0]).toHaveProperty('rawSql', 'SELECT 1 FROM fct_orders');
  });
});

describe('what stands beside a statement', () => {
  it('takes a format and runs, and asks for the time column of time series only', async () => {
    const { onChange, onRunQuery } = show({ initial: SQL });
    await userEvent.click(await screen.findByLabelText('Format as'));
    expect(screen.queryByLabelText('Time column')).not.toBeInTheDocument();
    await userEvent.click(await screen.findByRole('option', { name: /^Time series/ }));
    expect(onChange).toHaveBeenCalledWith({ ...SQL, format: 'time_series' });
    expect(onRunQuery).toHaveBeenCalledTimes(1);
    await userEvent.type(screen.getByLabelText('Time column'), 'day{Enter}');
    expect(onChange).toHaveBeenLastCalledWith({ ...SQL, format: 'time_series', timeColumn: 'day' });
    await userEvent.clear(screen.getByLabelText('Time column'));
    await userEvent.tab();
    expect(onChange).toHaveBeenLastCalledWith({ ...SQL, format: 'time_series' });
  });

  it('asks for the as-of day of statements that use it, and names a mistake in it', async () => {
    const initial: WarehouseQuery = { ...SQL, rawSql: 'SELECT $__asOf()' };
    const { onChange } = show({ initial });
    await userEvent.type(await screen.findByLabelText('As of'), '30/06');
    expect(screen.getByText('Write a day such as 2018-06-30.')).toBeVisible();
    await userEvent.clear(screen.getByLabelText('As of'));
    await userEvent.type(screen.getByLabelText('As of'), '2018-06-30{Enter}');
    expect(onChange).toHaveBeenCalledWith({ ...initial, asOf: '2018-06-30' });
  });

  it('does not ask statements without it', async () => {
    show({ initial: SQL });
    await screen.findByRole('button', { name: 'Run query' });
    expect(screen.queryByLabelText('As of')).not.toBeInTheDocument();
  });

  it('leaves nothing behind in the code editor that all editors of the page share', async () => {
    const { unmount } = show({ initial: SQL });
    await code();
    expect([providers.size, hovers.size]).toEqual([1, 1]);
    unmount();
    expect([providers.size, hovers.size]).toEqual([0, 0]);
  });

  it('folds the schema away, for the next editor too', async () => {
    const { unmount } = show({ initial: SQL });
    await userEvent.click(await screen.findByRole('button', { name: 'Schema' }));
    expect(screen.queryByRole('region', { name: 'Tables, macros and functions' })).not.toBeInTheDocument();
    unmount();
    show({ initial: SQL });
    expect(await screen.findByRole('button', { name: 'Schema' })).toHaveAttribute('aria-expanded', 'false');
  });
});

it('is free of violations of accessibility rules', async () => {
  const { container } = show({ initial: { ...SQL, format: 'time_series' }, data: panelData([], LoadingState.Loading) });
  await screen.findByRole('button', { name: 'fct_orders' });
  await expectAccessible(container);
});
