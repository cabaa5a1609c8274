import { getDefaultTimeRange, LoadingState, toDataFrame, type PanelData } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import { expectAccessible } from '../../testing/accessibility';
import { giveElementsSize } from '../../testing/layout';
import { datasourceWith } from '../testing/datasources';
import type { WarehouseQuery } from '../types';
import { AnnotationEditor } from './AnnotationEditor';
import { completeAnnotationQuery } from './annotationQuery';
import { annotationSupport } from './annotationSupport';

interface Props {
  initial: WarehouseQuery;
  data?: PanelData;
  onChange?: (query: WarehouseQuery) => void;
}

/** The editor as Grafana shows it. */
function Page({ initial, data, onChange }: Props) {
  const [saved, setSaved] = useState(initial);
  const change = (changed: WarehouseQuery) => {
    setSaved(changed);
    onChange?.(changed);
  };
  return (
    <AnnotationEditor
      datasource={datasourceWith()}
      query={saved}
      data={data}
      onChange={change}
      onRunQuery={jest.fn()}
    />
  );
}

const empty: WarehouseQuery = JSON.parse('{ "refId": "Anno" }');

beforeEach(() => giveElementsSize(400, 800));
afterEach(() => jest.restoreAllMocks());

describe('the editor of an annotation', () => {
  it('begins with unusual days, and takes other events', async () => {
    const onChange = jest.fn();
    render(<Page initial={empty} onChange={onChange} />);
    expect(screen.getByLabelText('Question')).toHaveValue('Events');
    expect(screen.getByText('Events: anomalies')).toBeVisible();
    await userEvent.click(screen.getByLabelText('Events'));
    await userEvent.click(await screen.findByRole('option', { name: 'Holidays' }));
    expect(onChange).toHaveBeenLastCalledWith({
      refId: 'Anno',
      kind: 'annotations',
      source: ['anomalies', 'holidays'],
    });
  });

  it('offers questions that have events alone, and shows those of a forecast', async () => {
    const onChange = jest.fn();
    render(<Page initial={empty} onChange={onChange} />);
    await userEvent.click(screen.getByLabelText('Question'));
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent?.replace(/(Events|Sales forecast|SQL).*/, '$1'))).toEqual([
      'Events',
      'Sales forecast',
      'SQL',
    ]);
    await userEvent.click(screen.getByRole('option', { name: /^Sales forecast/ }));
    expect(screen.getByText(/^Sales anomalies: revenue/)).toBeVisible();
    expect(onChange.mock.lastCall?.[0]).not.toHaveProperty('source');
  });

  it('takes a statement when its field is left, and says which columns it needs', async () => {
    const onChange = jest.fn();
    render(<Page initial={{ refId: 'Anno', kind: 'sql' }} onChange={onChange} />);
    await userEvent.type(screen.getByLabelText('SQL'), 'SELECT 1');
    expect(onChange).not.toHaveBeenCalled();
    await userEvent.tab();
    expect(onChange).toHaveBeenCalledWith({ refId: 'Anno', kind: 'sql', rawSql: 'SELECT 1' });
  });

  it('shows what the answer says about itself, each notice once', () => {
    const notice = { severity: 'warning' as const, text: '2 of 5 rows of campaigns.csv are left out.' };
    const frame = toDataFrame({ fields: [], meta: { notices: [notice] } });
    const data: PanelData = { state: LoadingState.Done, series: [frame, frame], timeRange: getDefaultTimeRange() };
    render(<Page initial={empty} data={data} />);
    expect(screen.getAllByText(notice.text)).toHaveLength(1);
  });

  it.each<WarehouseQuery>([empty, { refId: 'Anno', kind: 'sql', rawSql: 'SELECT 1' }])(
    'is free of violations of accessibility rules: %j',
    async (initial) => {
      const { container } = render(<Page initial={initial} />);
      await expectAccessible(container);
    },
  );
});

describe('the query of an annotation', () => {
  it.each<[string, object]>([
    ['{}', { refId: 'Anno', kind: 'annotations', source: ['anomalies'] }],
    ['{ "refId": "B", "query": "what?" }', { refId: 'B', kind: 'annotations', source: ['anomalies'] }],
    ['{ "refId": "B", "kind": "annotations" }', { refId: 'B', kind: 'annotations' }],
    ['{ "kind": "sales_forecast" }', { refId: 'Anno', kind: 'sales_forecast', view: 'anomalies' }],
    ['{ "kind": "sales_forecast", "view": "sums" }', { refId: 'Anno', kind: 'sales_forecast', view: 'sums' }],
    ['{ "query": "SELECT 1" }', { refId: 'Anno', kind: 'sql', rawSql: 'SELECT 1' }],
  ])('%s is run as %j', (saved, run) => {
    expect(completeAnnotationQuery(JSON.parse(saved))).toEqual(run);
  });

  it('of all sources is shown and run as such', () => {
    render(<Page initial={{ refId: 'Anno', kind: 'annotations' }} />);
    expect(screen.getByText('Events of all sources')).toBeVisible();
    // Grafana would lay it below what was saved.
    expect(annotationSupport.getDefaultQuery).toBeUndefined();
  });

  it('is the default one where nothing was saved', () => {
    const annotation = { name: 'Events', enable: true, iconColor: 'red' };
    expect(annotationSupport.prepareQuery?.(annotation)).toMatchObject({ kind: 'annotations' });
  });
});
