import { DataSourceWithBackend } from '@grafana/runtime';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { type ReactNode } from 'react';
import type { ModelsBody, ModelStatus } from '@contract';
import { expectAccessible } from '../../testing/accessibility';
import { asRole, renderAt } from '../../testing/pages';
import { grafanaWith, ready, sourceSettings } from '../../testing/status';
import Models from './Models';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  PluginPage: ({ children }: { children: ReactNode }) => <main>{children}</main>,
}));
jest.mock('./ModelCardScene', () => ({ __esModule: true, default: () => <p>The model card</p> }));

const SERVING: ModelStatus = {
  state: 'ready',
  id: 'churn-180-b',
  algorithm: 'blend',
  trainedAt: '2026-11-21T10:00:00Z',
  horizonDays: 180,
  rocAuc: 0.6137,
};
const KEPT: ModelsBody['models'][number] = {
  id: 'churn-180-b',
  serves: true,
  algorithm: 'blend',
  trained_at: '2026-11-21T10:00:00Z',
  horizon_days: 180,
  generation: 'g1',
  knows_until: '2018-08-28',
  training_rows: 245_741,
  roc_auc: 0.6137,
  pr_auc: null,
  gates_failed: 1,
};
let model: ModelStatus;
let models: () => ModelsBody;

beforeEach(() => {
  model = SERVING;
  models = () => ({ models: [KEPT, { ...KEPT, id: 'churn-180-a', serves: false }] });
  grafanaWith([sourceSettings('shop')], (_uid, path) => (path === 'models' ? models() : { ...ready(), model }));
  asRole('Admin');
});
afterEach(() => jest.restoreAllMocks());

const renderPage = () => renderAt('', <Models settings={undefined} />);

describe('the page about models', () => {
  it('shows the model that serves, those before it, and how good it is', async () => {
    const { container } = renderPage();
    expect(await screen.findByText('no purchase within 180 days')).toBeVisible();
    const table = await screen.findByRole('region', { name: 'Kept models' });
    expect(within(table).getAllByText('Serves')).toHaveLength(1);
    expect(within(table).getAllByText('0.614')).toHaveLength(2);
    expect(await screen.findByText('The model card')).toBeVisible();
    await expectAccessible(container);
  });

  it('has a model trained, and then says how far it has come', async () => {
    const post = jest.spyOn(DataSourceWithBackend.prototype, 'postResource').mockImplementation(async () => {
      model = { ...SERVING, progress: { step: 'growing trees', share: 0.42 } };
    });
    renderPage();
    await userEvent.click(await screen.findByRole('button', { name: 'Train a new model' }));
    expect(post).toHaveBeenCalledWith('model/train', undefined, { showErrorAlert: false });
    expect(await screen.findByRole('progressbar')).toHaveAttribute('aria-valuenow', '42');
    expect(screen.getByText(/growing trees/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Train a new model' })).not.toBeInTheDocument();
  });

  it('says why none can be trained', async () => {
    const refusal = { data: { error: 'A churn model is being trained already.' } };
    jest.spyOn(DataSourceWithBackend.prototype, 'postResource').mockRejectedValue(refusal);
    renderPage();
    await userEvent.click(await screen.findByRole('button', { name: 'Train a new model' }));
    expect(await screen.findByRole('alert', { name: 'No model can be trained now' })).toHaveTextContent('already');
    expect(screen.getByRole('button', { name: 'Train a new model' })).toBeEnabled();
  });

  it.each(['Editor', 'Viewer'] as const)('says to a reader of role %s which role training takes', async (role) => {
    asRole(role);
    renderPage();
    expect(await screen.findByText(new RegExp(`It takes the role Admin; yours is ${role}`))).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Train a new model' })).not.toBeInTheDocument();
  });

  it('says why there is no model, and that none has been trained', async () => {
    model = { state: 'none', reason: 'There are too few customers.' };
    models = () => ({ models: [] });
    renderPage();
    expect(await screen.findByRole('alert', { name: 'There is no churn model' })).toHaveTextContent('too few');
    expect(await screen.findByText('No model has been trained yet.')).toBeVisible();
    expect(screen.queryByText('The model card')).not.toBeInTheDocument();
  });

  it('says that an older model still serves after a training has failed', async () => {
    model = { ...SERVING, reason: 'It ran out of memory.' };
    renderPage();
    expect(await screen.findByRole('alert', { name: /the one before it still serves/ })).toHaveTextContent('memory');
  });

  it('says why the kept models cannot be read', async () => {
    models = () => {
      throw new Error('The disk is gone.');
    };
    renderPage();
    expect(await screen.findByText('The disk is gone.')).toBeVisible();
  });
});
