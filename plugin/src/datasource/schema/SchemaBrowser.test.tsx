import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { expectAccessible } from '../../testing/accessibility';
import { schemaWith } from '../testing/schema';
import { SchemaBrowser } from './SchemaBrowser';
import type { SchemaState } from './useSchema';

const KNOWN: SchemaState = { phase: 'known', schema: schemaWith() };
const search = (text: string) => userEvent.type(screen.getByRole('textbox', { name: /^Search/ }), text);
const open = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('the schema browser', () => {
  it('lists the marts with their grain, and their columns with type and description when they are opened', async () => {
    render(<SchemaBrowser state={KNOWN} onInsert={jest.fn()} />);
    expect(screen.getByText('one row per order, whatever its status')).toBeVisible();
    expect(screen.queryByText('when the order was placed')).not.toBeInTheDocument();
    await open('Columns of fct_orders');
    const columns = within(screen.getByRole('list', { name: 'Columns of fct_orders' }));
    expect(columns.getAllByRole('listitem')[2]).toHaveTextContent('purchased_atTIMESTAMPwhen the order was placed');
    await open('Columns of fct_orders');
    expect(screen.queryByText('when the order was placed')).not.toBeInTheDocument();
  });

  it('writes tables, columns, macros and functions', async () => {
    const onInsert = jest.fn();
    render(<SchemaBrowser state={KNOWN} onInsert={onInsert} />);
    await open('fct_orders');
    await open('Columns of dim_sellers');
    await open('order');
    await open('Macros 4');
    await open('$__timeFilter(column)');
    await open('Functions 3');
    await open('date_trunc');
    expect(onInsert.mock.calls.flat()).toEqual(['fct_orders', '"order"', '$__timeFilter(column)', 'date_trunc(']);
  });

  it('explains the macros', async () => {
    render(<SchemaBrowser state={KNOWN} />);
    await open('Macros 4');
    expect(screen.getByText('The day as of which customers are judged.')).toBeVisible();
  });

  it('finds names and descriptions, and opens what it finds', async () => {
    render(<SchemaBrowser state={KNOWN} onInsert={jest.fn()} />);
    await search('order PLACED when');
    expect(screen.getByText('when the order was placed')).toBeVisible();
    expect(screen.queryByText('dim_sellers')).not.toBeInTheDocument();
    expect(screen.queryByText('payment_value')).not.toBeInTheDocument();
    await userEvent.clear(screen.getByRole('textbox'));
    await search('time');
    expect(screen.getByText('$__timeFilter(column)')).toBeVisible();
  });

  it('keeps all columns of a mart that is found itself', async () => {
    render(<SchemaBrowser state={KNOWN} onInsert={jest.fn()} />);
    await search('per seller');
    expect(within(screen.getByRole('list', { name: 'Columns of dim_sellers' })).getAllByRole('listitem')).toHaveLength(
      3,
    );
  });

  it('says when nothing is found', async () => {
    render(<SchemaBrowser state={KNOWN} />);
    await search('zebra');
    expect(screen.getByText('Nothing is called or described like “zebra”.')).toBeVisible();
  });

  it('takes what somebody looks for as it is written', async () => {
    render(<SchemaBrowser state={KNOWN} />);
    await search('(column)');
    expect(screen.getByText('$__timeFilter(column)')).toBeVisible();
  });

  it('offers names only to be read where nothing can be written', () => {
    render(<SchemaBrowser state={KNOWN} />);
    expect(screen.queryByRole('button', { name: 'fct_orders' })).not.toBeInTheDocument();
    expect(screen.getByText('fct_orders')).toBeVisible();
  });

  it('says that it loads', () => {
    render(<SchemaBrowser state={{ phase: 'loading' }} />);
    expect(screen.getByText('Loading tables and columns')).toBeVisible();
  });

  it('says why it could not load, and tries again', async () => {
    const retry = jest.fn();
    render(<SchemaBrowser state={{ phase: 'failed', message: 'The warehouse is being built', retry }} />);
    expect(screen.getByText('The warehouse is being built')).toBeVisible();
    await open('Try again');
    expect(retry).toHaveBeenCalledTimes(1);
  });

  it('is free of violations of accessibility rules', async () => {
    const { container } = render(<SchemaBrowser state={KNOWN} onInsert={jest.fn()} />);
    await open('Columns of fct_orders');
    await open('Macros 4');
    await expectAccessible(container);
  });
});
