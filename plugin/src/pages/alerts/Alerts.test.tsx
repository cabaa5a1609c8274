import { setBackendSrv, type BackendSrv } from '@grafana/runtime';
import { screen, within } from '@testing-library/react';
import React, { type ReactNode } from 'react';
import { of, throwError } from 'rxjs';
import { expectAccessible } from '../../testing/accessibility';
import { renderAt } from '../../testing/pages';
import { grafanaWith, ready, sourceSettings } from '../../testing/status';
import Alerts from './Alerts';
import { answerOf, instance } from './testing/answer';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  PluginPage: ({ children }: { children: ReactNode }) => <main>{children}</main>,
}));

const fetch = jest.fn();
beforeEach(() => {
  const service: Partial<BackendSrv> = { fetch };
  setBackendSrv(service as BackendSrv);
  grafanaWith([sourceSettings('shop', 'My shop')], (_uid, path) =>
    path.startsWith('alerts') ? { alerts: [], next: null } : ready(),
  );
});

const told = (...rules: Parameters<typeof answerOf>) => fetch.mockReturnValue(of({ data: answerOf(...rules) }));
const renderPage = () => renderAt('', <Alerts settings={undefined} />);

describe('the page about alerts', () => {
  it('shows what fires, with the way to the rule and to the customers behind it', async () => {
    const alerts = [instance({ segment: 'At risk' }), instance({ segment: 'New' }, 'Normal')];
    told(
      { name: 'Too many at risk', state: 'firing', annotations: { summary: 'Call them.' }, alerts },
      { name: 'Fine' },
    );
    const { container } = renderPage();
    expect(await screen.findByText('Alert rules that fire: 1 of 2.')).toBeVisible();
    const card = within(screen.getByRole('region', { name: 'Too many at risk' }));
    expect(card.getByText('Call them.')).toBeVisible();
    expect(card.getByText('Segment: At risk')).toBeVisible();
    expect(card.queryByText('Segment: New')).not.toBeInTheDocument();
    expect(card.getByRole('link', { name: 'The rule' })).toHaveAttribute(
      'href',
      '/alerting/grafana/uid%20of%20Too%20many%20at%20risk/view',
    );
    const href = card.getByRole('link', { name: 'Customers behind it' }).getAttribute('href');
    expect(href).toMatch(/^\/a\/churnwatch-retention-app\/customers\?source=shop&/);
    expect(href).toContain('segment=At+risk');
    await expectAccessible(container);
  });

  it('says with numbers what was found, and of the rule what holds without them', async () => {
    const annotations = { summary: '{{ $values.customers }} customers are at risk.', description: 'Fires above 15%.' };
    const alerts = [{ ...instance({ segment: 'New' }), annotations: { summary: '204 customers are at risk.' } }];
    told({ name: 'Segment', state: 'firing', annotations, alerts });
    renderPage();
    expect(await screen.findByText('204 customers are at risk.')).toBeVisible();
    expect(screen.getByText('Fires above 15%.')).toBeVisible();
    expect(screen.queryByText(/\$values/)).not.toBeInTheDocument();
  });

  it('leads to no customers from what is not about them', async () => {
    const query = JSON.stringify([{ datasourceUid: 'shop', model: { kind: 'operations', figure: 'data_age_hours' } }]);
    told({ name: 'Old data', state: 'firing', query, alerts: [instance({})] });
    renderPage();
    expect(await screen.findByText('The whole shop')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Customers behind it' })).not.toBeInTheDocument();
  });

  it.each([
    [{ state: 'firing' }, 'Firing'],
    [{ state: 'firing', health: 'error' }, 'Cannot be evaluated'],
    [{ state: 'pending' }, 'Pending'],
    [{ state: 'recovering' }, 'Recovering'],
    [{ health: 'nodata' }, 'No data'],
    [{ isPaused: true }, 'Paused'],
    [{}, 'Normal'],
  ])('names the state %j', async (state, name) => {
    told({ name: 'A rule', ...state });
    renderPage();
    expect(await screen.findByText(name)).toBeVisible();
  });

  it('says why a rule cannot be evaluated, and names no customers behind that', async () => {
    const alerts = [instance({ alertname: 'DatasourceError' })];
    told({ name: 'Broken', state: 'firing', health: 'error', lastError: 'by cannot be "planet"', alerts });
    renderPage();
    expect(await screen.findByText('by cannot be "planet"')).toBeVisible();
    expect(screen.getByText('Alert rules that fire: 0 of 1.')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Customers behind it' })).not.toBeInTheDocument();
  });

  it('names the whole shop where the labels tell nothing', async () => {
    told({ name: 'Revenue', state: 'firing', alerts: [instance({})] });
    renderPage();
    expect(await screen.findByText('The whole shop')).toBeVisible();
  });

  it('says that no rule asks this data, and leads to a new one', async () => {
    told({ name: 'theirs', source: 'prometheus' });
    const { container } = renderPage();
    expect(await screen.findByText(/A rule that asks My shop/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'New alert rule' })).toHaveAttribute('href', '/alerting/new/alerting');
    await expectAccessible(container);
  });

  it('says why the rules cannot be read', async () => {
    fetch.mockReturnValue(throwError(() => ({ data: { message: 'You need the permission alert.rules:read.' } })));
    renderPage();
    expect(await screen.findByText('You need the permission alert.rules:read.')).toBeVisible();
  });
});
