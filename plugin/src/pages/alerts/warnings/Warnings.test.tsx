import { config, setBackendSrv, type BackendSrv } from '@grafana/runtime';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { of, throwError } from 'rxjs';
import { expectAccessible } from '../../../testing/accessibility';
import { asRole, renderAt } from '../../../testing/pages';
import { grafanaWith, sourceSettings } from '../../../testing/status';
import { warning } from '../testing/warning';
import { Warnings } from './Warnings';

const fetch = jest.fn();
/** The paths that were read. */
let asked: string[];
let answer: (path: string) => unknown;

// jsdom draws no pseudo elements, of which the drawer asks the width of its scroll bar.
const styleOf = window.getComputedStyle;

beforeEach(() => {
  jest.spyOn(window, 'getComputedStyle').mockImplementation((element) => styleOf(element));
  asked = [];
  answer = (path) => (path.startsWith('alerts?') ? { alerts: [warning()], next: null } : warning());
  fetch.mockReset();
  const service: Partial<BackendSrv> = { fetch };
  setBackendSrv(service as BackendSrv);
  grafanaWith([sourceSettings('shop')], (_uid, path) => {
    asked.push(path);
    return answer(path);
  });
  asRole('Editor');
  config.bootData.user.login = 'ana';
});

afterEach(() => jest.restoreAllMocks());

const OPENED = '?warning=w000000000001';
const renderPage = (search = '') => renderAt(search, <Warnings uid="shop" />);
const button = (name: string) => screen.findByRole('button', { name });
const refused = (status: number, error: string) => throwError(() => ({ status, data: { error } }));

describe('the list of early warnings', () => {
  it('says who, what changed, what is at stake, why, and what to do', async () => {
    const { container } = renderPage();
    const row = within(await screen.findByRole('listitem'));
    expect(row.getByRole('link', { name: '5a1c0f5e…' })).toHaveAttribute(
      'href',
      '/a/churnwatch-retention-app/customer?id=5a1c0f5e3b7d4926a8e0c1f2d3b4a596&source=shop',
    );
    for (const text of ['Loyal', 'Medium risk', 'High risk', 'R$ 98.50', 'of R$ 120.00', 'Last order 213 days ago.'])
      expect(row.getByText(text)).toBeVisible();
    expect(row.getByText('Call and ask what went wrong')).toBeVisible();
    expect(row.getByText('Nobody yet')).toBeVisible();
    expect(screen.getByText('All 1, newest first')).toBeVisible();
    expect(asked).toEqual([expect.stringContaining('state=new&state=acknowledged&limit=25')]);
    await expectAccessible(container);
  });

  it('is narrowed by owner, which then stands in the address', async () => {
    renderPage();
    await userEvent.click(await screen.findByRole('radio', { name: 'Me' }));
    expect(screen.getByRole('note')).toHaveTextContent('?owner=me');
    expect(asked.at(-1)).toContain('owner=ana');
  });

  it('takes more when there are more', async () => {
    answer = () => ({ alerts: [warning()], next: '?offset=25' });
    renderPage();
    expect(await screen.findByText('The newest 1')).toBeVisible();
    await userEvent.click(await button('More'));
    expect(asked.at(-1)).toContain('limit=50');
  });

  it('says when warnings come where there is none, and something else where a filter keeps none', async () => {
    answer = () => ({ alerts: [], next: null });
    const { unmount, container } = renderPage();
    expect(await screen.findByText('No early warning is open')).toBeVisible();
    await expectAccessible(container);
    unmount();
    renderPage('?segment=Lost');
    expect(await screen.findByText('No early warning matches')).toBeVisible();
  });

  it.each([
    [503, 'There are no early warnings here now'],
    [400, 'The early warnings could not be read'],
  ])('says why there is no list, status %s', async (status, title) => {
    answer = () => {
      throw { status, data: { error: 'Another process holds them.' } };
    };
    renderPage();
    expect(screen.getByRole('status', { name: 'Loading…' })).toBeVisible();
    expect(await screen.findByText(title)).toBeVisible();
    expect(screen.getByText('Another process holds them.')).toBeVisible();
  });

  it('is asked for again when the reader comes back, and stays when that fails', async () => {
    renderPage();
    await screen.findByRole('listitem');
    answer = () => {
      throw new Error('The service is away.');
    };
    await act(async () => fireEvent.focus(window));
    expect(await screen.findByText('The list could not be refreshed')).toBeVisible();
    expect(screen.getByRole('listitem')).toBeVisible();
  });

  it('keeps the place of the keyboard when the row that has it leaves the list', async () => {
    renderPage();
    (await button('Details: 5a1c0f5e3b7d4926a8e0c1f2d3b4a596')).focus();
    answer = () => ({ alerts: [], next: null });
    await act(async () => fireEvent.focus(window));
    await waitFor(() => expect(screen.queryByRole('listitem')).toBeNull());
    expect(screen.getByRole('group', { name: 'Early warnings' })).toHaveFocus();
  });
});

describe('an early warning that is open', () => {
  it('opens from the list, and closes', async () => {
    renderPage();
    await userEvent.click(await button('Details: 5a1c0f5e3b7d4926a8e0c1f2d3b4a596'));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText('The last review had two stars.')).toBeInTheDocument();
    expect(within(dialog).getByText('The warning was made')).toBeInTheDocument();
    expect(screen.getByRole('note', { hidden: true })).toHaveTextContent('?warning=w000000000001');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
    expect(screen.getByRole('note', { hidden: true })).toHaveTextContent(/^$/);
  });

  it('is accessible, and offers what is allowed from its state', async () => {
    renderPage(OPENED);
    for (const name of ['Acknowledge', 'Acted', 'Resolve', 'False alarm', 'Make me the owner'])
      expect(await button(name)).toBeEnabled();
    expect(await button('Only add the note')).toBeDisabled();
    // The drawer around it is Grafana's own.
    const inside = screen.getByRole('list', { name: 'History' }).parentElement;
    expect(inside).toContainElement(await button('Acknowledge'));
    if (inside) await expectAccessible(inside);
  });

  it('is changed with the version that was seen and the note, and then shown as it is', async () => {
    fetch.mockReturnValue(of({ data: warning({ state: 'acknowledged', owner: 'ana', version: 2 }) }));
    renderPage(OPENED);
    await userEvent.type(await screen.findByLabelText('Note for the history'), 'Calls tomorrow');
    await userEvent.click(await button('Acknowledge'));
    expect(fetch).toHaveBeenCalledWith({
      url: '/api/datasources/uid/shop/resources/alerts/w000000000001?language=en',
      method: 'PATCH',
      data: { state: 'acknowledged', note: 'Calls tomorrow', version: 1 },
      showErrorAlert: false,
    });
    expect(await button('Put back')).toBeEnabled();
    expect(screen.queryByRole('button', { name: 'Make me the owner' })).not.toBeInTheDocument();
    expect(screen.getByLabelText('Note for the history')).toHaveValue('');
  });

  it('is shown as somebody else has left it, with the note kept, when they were first', async () => {
    renderPage(OPENED);
    await userEvent.type(await screen.findByLabelText('Note for the history'), 'Mine');
    fetch.mockReturnValue(refused(409, 'Somebody has changed this early warning meanwhile.'));
    answer = (path) =>
      path.startsWith('alerts?') ? { alerts: [], next: null } : warning({ state: 'resolved', version: 2 });
    await userEvent.click(await button('Acted'));
    expect(await screen.findByText('Somebody else was first')).toBeInTheDocument();
    expect(await button('Take up again')).toBeEnabled();
    expect(screen.getByLabelText('Note for the history')).toHaveValue('Mine');
  });

  it('says aloud what a change has come to, and keeps the place of the keyboard when the button is gone', async () => {
    fetch.mockReturnValue(of({ data: warning({ state: 'acknowledged', owner: 'ana', version: 2 }) }));
    renderPage(OPENED);
    await userEvent.click(await button('Acknowledge'));
    expect(await screen.findByText('Saved. State: Acknowledged. Owner: ana.')).toHaveAttribute('role', 'status');
    expect(screen.getByRole('group', { name: 'Work on the early warning' })).toHaveFocus();
  });

  it('says why it was not changed, with the keyboard where it was', async () => {
    fetch.mockReturnValue(refused(422, 'It cannot become that.'));
    renderPage(OPENED);
    await userEvent.click(await button('Resolve'));
    expect(await screen.findByText('It cannot become that.')).toBeInTheDocument();
    expect(await button('Resolve')).toBeEnabled();
    expect(await button('Resolve')).toHaveFocus();
  });

  it('has no buttons for viewers', async () => {
    asRole('Viewer');
    renderPage(OPENED);
    expect(await screen.findByText('Editors and administrators can work on early warnings.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Acknowledge' })).not.toBeInTheDocument();
  });

  it('says that there is none of that id', async () => {
    answer = (path) => {
      if (path.startsWith('alerts?')) return { alerts: [], next: null };
      throw { status: 404, data: { error: 'There is no alert "w000000000001".' } };
    };
    renderPage(OPENED);
    expect(await screen.findByText('There is no alert "w000000000001".')).toBeInTheDocument();
  });
});
