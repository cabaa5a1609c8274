import { DataSourceWithBackend } from '@grafana/runtime';
import type { DataQueryRequest } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { type ReactNode } from 'react';
import { MemoryRouter, useLocation } from 'react-router-dom';
import { of, throwError } from 'rxjs';
import { listFrames, scoreFrames } from '../../panels/churn-score/testing/frames';
import { expectAccessible } from '../../testing/accessibility';
import { giveElementsSize } from '../../testing/layout';
import { grafanaWith, ready, sourceSettings } from '../../testing/status';
import type { AppSettings } from '../settings';
import Customer from './Customer';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  PluginPage: ({ children }: { children: ReactNode }) => <main>{children}</main>,
}));

const WHOLE = '5a1c0f5e3b7d4926a8e0c1f2d3b4a596';
const asked: Array<{ uid: string; target: object }> = [];

beforeEach(() => {
  asked.length = 0;
  giveElementsSize(1_000, 800);
  jest.spyOn(DataSourceWithBackend.prototype, 'query').mockImplementation(function (
    this: DataSourceWithBackend,
    request: DataQueryRequest,
  ) {
    const [target] = request.targets;
    asked.push({ uid: this.uid, target: target ?? {} });
    const isList = JSON.stringify(target).includes('"churn_scores"');
    return of({ data: isList ? listFrames() : scoreFrames() });
  });
});
afterEach(() => jest.restoreAllMocks());

function Place() {
  const { search } = useLocation();
  return <output>{search}</output>;
}

function renderPage(search = '', settings?: AppSettings) {
  const future = { v7_startTransition: true, v7_relativeSplatPath: true };
  return render(
    <MemoryRouter initialEntries={[`/customer${search}`]} future={future}>
      <Customer settings={settings} />
      <Place />
    </MemoryRouter>,
  );
}

describe('the page of a customer', () => {
  it('shows the customer of the address, judged at the end of all data', async () => {
    grafanaWith([sourceSettings('shop')], () => ready());
    const { container } = renderPage(`?id=${WHOLE}`);
    expect(await screen.findByRole('region', { name: 'Churn score' })).toBeVisible();
    expect(screen.getByRole('heading', { name: 'What if?' })).toBeVisible();
    expect(asked).toEqual([
      { uid: 'shop', target: expect.objectContaining({ kind: 'churn_score', customer: WHOLE, refId: 'A' }) },
    ]);
    await expectAccessible(container);
  });

  it('lists customers as long as no whole id is given, each leading to its page', async () => {
    grafanaWith([sourceSettings('shop')], () => ready());
    renderPage('?id=8d50&source=shop');
    expect(await screen.findByRole('heading', { name: 'Customers beginning with 8d50' })).toBeVisible();
    const [link] = await screen.findAllByRole('link');
    expect(link?.getAttribute('href')).toMatch(/^\/a\/churnwatch-retention-app\/customer\?id=\w+&source=shop$/);
    expect(asked[0]?.target).toMatchObject({ kind: 'churn_scores', search: '8d50' });
  });

  it('puts what is searched for into the address, after a pause and not letter by letter', async () => {
    grafanaWith([sourceSettings('shop')], () => ready());
    renderPage();
    expect(await screen.findByRole('heading', { name: 'Most revenue at risk' })).toBeVisible();
    await userEvent.type(screen.getByRole('searchbox', { name: /Customer/ }), ` ${WHOLE} `);
    expect(await screen.findByRole('region', { name: 'Churn score' })).toBeVisible();
    expect(screen.getByRole('status')).toHaveTextContent(`?id=${WHOLE}`);
    expect(asked.map(({ target }) => target)).toEqual([
      expect.objectContaining({ kind: 'churn_scores', search: '' }),
      expect.objectContaining({ kind: 'churn_score', customer: WHOLE }),
    ]);
  });

  it.each([
    ['', 'b'],
    ['?source=a', 'a'],
    ['?source=gone', 'b'],
  ])('at "%s" asks the data source %s: that of the address, else that of the settings', async (search, uid) => {
    grafanaWith([sourceSettings('a'), sourceSettings('b')], () => ready());
    renderPage(search, { defaultDatasource: 'b' });
    expect(await screen.findByText(/8 customers/)).toBeVisible();
    expect(asked.map((one) => one.uid)).toEqual([uid]);
  });

  it('says what the data source says when there is no score', async () => {
    grafanaWith([sourceSettings('shop')], () => ready());
    const message = 'No churn model has been trained yet.';
    jest.spyOn(DataSourceWithBackend.prototype, 'query').mockReturnValue(throwError(() => new Error(message)));
    renderPage();
    expect(await screen.findByText(new RegExp(message))).toBeVisible();
  });

  it('waits for the data, and leads to a data source where there is none', async () => {
    grafanaWith([sourceSettings('shop')], () => ({ state: 'building', progress: { step: 'reading', share: 0.4 } }));
    const { unmount } = renderPage();
    expect(await screen.findByText(/reading/)).toBeVisible();
    expect(asked).toEqual([]);
    unmount();
    grafanaWith([], () => undefined);
    renderPage();
    expect(screen.getByRole('link', { name: 'Add the data source' })).toBeVisible();
  });
});
