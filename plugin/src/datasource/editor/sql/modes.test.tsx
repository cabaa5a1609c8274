import { CoreApp } from '@grafana/data';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expectAccessible } from '../../../testing/accessibility';
import { giveElementsSize } from '../../../testing/layout';
import { schemaWith } from '../../testing/schema';
import { answered, BUILDER, choose, code, GENERATED, show, sourceWith, SQL } from '../../testing/sqlPage';

jest.mock('@grafana/ui', () => ({
  ...jest.requireActual('@grafana/ui'),
  CodeEditor: jest.requireActual('../../testing/FakeCodeEditor').FakeCodeEditor,
}));

const forbidden = schemaWith({ allowed: false, reason: 'SQL on this data source is for editors and admins.' });

beforeEach(() => {
  giveElementsSize(400, 800);
  localStorage.clear();
});
afterEach(() => jest.restoreAllMocks());

describe('from the builder to SQL', () => {
  it('takes the statement and the format of the answer, and runs it', async () => {
    const { onChange, onRunQuery } = show({ initial: { ...BUILDER, asOf: '2018-06-30' }, data: answered(GENERATED) });
    await choose('SQL');
    expect(await code()).toHaveValue(GENERATED);
    await screen.findByRole('button', { name: 'Run query' });
    expect(onChange.mock.calls).toEqual([
      [{ refId: 'A', kind: 'sql', rawSql: GENERATED, format: 'time_series', asOf: '2018-06-30' }],
    ]);
    expect(onRunQuery).toHaveBeenCalledTimes(1);
  });

  it('shows the statement at once, and the query stays as it is until it is known that SQL may be run', async () => {
    const { onChange } = show({
      initial: BUILDER,
      data: answered(GENERATED),
      datasource: sourceWith(new Promise<never>(() => undefined)).datasource,
    });
    await choose('SQL');
    expect(await code()).toHaveValue(GENERATED);
    expect(await code()).toHaveAttribute('readonly');
    expect(screen.getByText('Loading tables and columns')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Run query' })).not.toBeInTheDocument();
    expect(onChange).not.toHaveBeenCalled();
  });

  it('does not ask what SQL may use before somebody looks at SQL', async () => {
    const { datasource, ask } = sourceWith();
    show({ initial: BUILDER, datasource });
    expect(ask).not.toHaveBeenCalled();
    await choose('SQL');
    await waitFor(() => expect(ask).toHaveBeenCalledWith('schema'));
  });
});

describe('from SQL to the builder', () => {
  it('goes back to the query of before when the statement was not changed', async () => {
    const { onChange } = show({ initial: BUILDER, data: answered(GENERATED) });
    await choose('SQL');
    await screen.findByRole('button', { name: 'Run query' });
    await choose('Builder');
    expect(onChange.mock.lastCall).toEqual([BUILDER]);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(screen.getByLabelText('Question')).toBeVisible();
  });

  it('asks first when a statement would be lost, and says what the builder will ask', async () => {
    const { onChange } = show({ initial: BUILDER, data: answered(GENERATED) });
    await choose('SQL');
    await screen.findByRole('button', { name: 'Run query' });
    await userEvent.type(await code(), ' WHERE true');
    await choose('Builder');
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('The builder then asks: Orders over time · state SP.');
    expect(screen.getByRole('radio', { name: 'SQL' })).toBeChecked();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Discard the statement' }));
    expect(onChange.mock.lastCall).toEqual([BUILDER]);
  });

  it('keeps the statement when that is what the writer wants', async () => {
    const { onChange } = show({ initial: SQL });
    await screen.findByRole('button', { name: 'Run query' });
    await choose('Builder');
    await userEvent.click(await screen.findByRole('button', { name: 'Keep SQL' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(await code()).toHaveValue('SELECT 1');
    expect(onChange).not.toHaveBeenCalled();
  });

  it.each([
    [CoreApp.Dashboard, 'sales'],
    [CoreApp.UnifiedAlerting, 'rfm_segments'],
  ])('begins anew when there was no query before: %s', async (app, kind) => {
    const { onChange } = show({ initial: { ...SQL, rawSql: ' ' }, app });
    await choose('Builder');
    expect(onChange.mock.lastCall?.[0]).toMatchObject({ refId: 'A', kind });
    expect(onChange.mock.lastCall?.[0]).not.toHaveProperty('rawSql');
  });
});

describe('a caller who may not run SQL', () => {
  it('sees the statement of the builder and why it is not run, and keeps the query', async () => {
    const { onChange, container } = show({
      initial: BUILDER,
      data: answered(GENERATED),
      datasource: sourceWith(forbidden).datasource,
    });
    await choose('SQL');
    expect(await screen.findByText('SQL on this data source is for editors and admins.')).toBeVisible();
    expect(await code()).toHaveValue(GENERATED);
    expect(await code()).toHaveAttribute('readonly');
    expect(screen.queryByRole('button', { name: 'fct_orders' })).not.toBeInTheDocument();
    expect(screen.getByText('fct_orders')).toBeVisible();
    await expectAccessible(container);
    await choose('Builder');
    expect(screen.getByLabelText('Question')).toBeVisible();
    expect(onChange).not.toHaveBeenCalled();
  });

  it('can read a saved statement', async () => {
    show({ initial: SQL, datasource: sourceWith(forbidden).datasource });
    await screen.findByText('This statement can be read but not run');
    expect(await code()).toHaveAttribute('readonly');
    expect(screen.queryByRole('button', { name: 'Run query' })).not.toBeInTheDocument();
  });
});

describe('when the schema cannot be loaded', () => {
  it('a saved statement can be changed and run all the same, and loading can be tried again', async () => {
    const { datasource, ask } = sourceWith(new Error('The warehouse is being built'));
    const { onRunQuery } = show({ initial: SQL, datasource });
    expect(await screen.findByText('The warehouse is being built')).toBeVisible();
    expect(await code()).not.toHaveAttribute('readonly');
    await userEvent.click(screen.getByRole('button', { name: 'Run query' }));
    expect(onRunQuery).toHaveBeenCalledTimes(1);
    ask.mockResolvedValue(schemaWith());
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('button', { name: 'fct_orders' })).toBeVisible();
  });

  it('the builder is not left, though its statement is shown', async () => {
    const { datasource, ask } = sourceWith(new Error('No connection'));
    const { onChange } = show({ initial: BUILDER, data: answered(GENERATED), datasource });
    await choose('SQL');
    expect(await screen.findByText('No connection')).toBeVisible();
    expect(onChange).not.toHaveBeenCalled();
    ask.mockResolvedValue(schemaWith());
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(onChange.mock.lastCall?.[0]).toHaveProperty('rawSql', GENERATED));
  });
});
