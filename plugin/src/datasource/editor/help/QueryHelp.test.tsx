import type { SchemaBody } from '@contract';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { expectAccessible } from '../../../testing/accessibility';
import { problemOf } from '../../query/problems';
import { parameterText } from '../../query/parameterText';
import { parametersOf, readParameter } from '../../query/parameters';
import { formatStatement } from '../../statement/formatStatement';
import { datasourceWith } from '../../testing/datasources';
import { schemaWith } from '../../testing/schema';
import { builderExamples, sqlExamples } from './examples';
import { QueryHelp } from './QueryHelp';

function show(schema: SchemaBody | Error) {
  const datasource = datasourceWith();
  const answer = jest.spyOn(datasource, 'getResource');
  if (schema instanceof Error) answer.mockRejectedValue(schema);
  else answer.mockResolvedValue(schema);
  const onClickExample = jest.fn();
  const query = { refId: 'B', kind: 'kpis' } as const;
  return {
    ...render(<QueryHelp datasource={datasource} query={query} onClickExample={onClickExample} />),
    onClickExample,
  };
}

const example = (name: RegExp) => screen.getByRole('button', { name });

describe('the example queries', () => {
  it('are taken up by a click, in the query that is being written', async () => {
    const { onClickExample } = show(schemaWith());
    await userEvent.click(example(/^Where does the revenue come from/));
    expect(onClickExample).toHaveBeenCalledWith({
      refId: 'B',
      kind: 'breakdown',
      measure: 'revenue',
      by: 'state',
      limit: 10,
      datasource: { type: 'churnwatch-warehouse-datasource', uid: 'warehouse' },
    });
  });

  it('in SQL are offered where they may be run', async () => {
    const { onClickExample } = show(schemaWith());
    await waitFor(() => expect(example(/^Late deliveries/)).toBeEnabled());
    await userEvent.click(example(/^Late deliveries/));
    expect(onClickExample.mock.lastCall?.[0]).toMatchObject({ kind: 'sql', format: 'table' });
  });

  it('in SQL can be read elsewhere, with the reason why they cannot be run', async () => {
    const { onClickExample } = show(schemaWith({ allowed: false, reason: 'SQL mode is off for this data source.' }));
    expect(await screen.findByText('SQL mode is off for this data source.')).toBeVisible();
    expect(example(/^Late deliveries/)).toBeDisabled();
    await userEvent.click(example(/^How are sales going/));
    expect(onClickExample).toHaveBeenCalledTimes(1);
  });

  it('stay where the data source does not answer', async () => {
    show(new Error('No connection'));
    expect(await screen.findByRole('button', { name: /^How are sales going/ })).toBeEnabled();
    expect(example(/^Late deliveries/)).toBeDisabled();
  });

  it('are free of violations of accessibility rules', async () => {
    const { container } = show(schemaWith());
    await waitFor(() => expect(example(/^Late deliveries/)).toBeEnabled());
    await expectAccessible(container);
  });
});

describe('each example', () => {
  it.each(builderExamples())('$title: its parameters are known and in order', ({ query }) => {
    const saved = { refId: 'A', ...query };
    const specs = parametersOf(query.kind);
    const known = ['refId', 'kind', 'filters', ...specs.map(({ name }) => name)];
    expect(Object.keys(saved).filter((key) => !known.includes(key))).toEqual([]);
    for (const spec of specs)
      expect(problemOf(spec, parameterText(spec, readParameter(saved, spec.name)))).toBeUndefined();
  });

  it.each(sqlExamples())('$title: can be read', ({ query }) => {
    expect(query.kind === 'sql' && formatStatement(query.rawSql ?? '')).toMatch(/^SELECT\n/);
  });
});
