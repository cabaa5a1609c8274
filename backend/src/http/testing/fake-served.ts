import {
  DEFAULT_SETTINGS,
  type BackupMade,
  type Frame,
  type GenerationSummary,
  type KeptModel,
  type LoadSummary,
  type ResolvedSettings,
  type WebhookReceiver,
} from '../../contract';
import type { Answer, PredictionRequest, Question } from '../../queries/question';
import type { Served } from '../served';
import { fakeAudit, type FakeAudit } from './fake-audit';
import { fakeAlerts, type FakeAlerts } from './fake-alerts';
import { fakeEvents, type FakeEvents } from './fake-events';
import { answerTo, predictionsOf, type FakeQuery } from './fake-answers';

const TOTALS = { orders: 3, customers: 3, payments: 300 };

const GENERATION: GenerationSummary = {
  id: 'g1',
  builtAt: '2018-09-01T00:00:00Z',
  sample: true,
  source: 'sample',
  firstDay: '2017-01-01',
  lastDay: '2018-08-30',
  regularFirstDay: '2017-01-05',
  regularLastDay: '2018-08-28',
  all: TOTALS,
  purchases: TOTALS,
  rowsRead: 9,
  rowsRejected: 0,
};

const LOAD: LoadSummary = {
  generation: 'g1',
  built_at: '2018-09-01T00:00:00Z',
  sample: true,
  source: 'sample',
  first_day: '2017-01-01',
  last_day: '2018-08-30',
  ...TOTALS,
  rows_read: 9,
  rows_rejected: 1,
  checks: 12,
  seconds: 1.5,
  files: [
    {
      table: 'orders',
      file: 'olist_orders_dataset.csv',
      bytes: 900,
      rows_read: 9,
      rows_loaded: 8,
      rows_rejected: 1,
      rejects: [{ reason: 'order_id is empty', rows: 1, examples: [{ line: 7, record: ',aaaaaaaa11' }] }],
      notes: ['One value was kept.'],
    },
  ],
};

const MODEL: KeptModel = {
  id: 'm1',
  algorithm: 'blend',
  trained_at: '2018-09-01T00:10:00Z',
  horizon_days: 180,
  generation: 'g1',
  knows_until: '2018-03-01',
  training_rows: 100,
  roc_auc: 0.62,
  pr_auc: null,
  gates_failed: 1,
};

const BACKUP: BackupMade = {
  file: '/srv/shop/backups/churnwatch-20180901-001000.tar.gz',
  bytes: 900,
  sha256: 'ab'.repeat(32),
  made_at: '2018-09-01T00:10:00Z',
  files: 4,
};

const SENT = { waiting: 1, delivered: 2, failed: 3, dead: 0 };
const RECEIVER: WebhookReceiver = {
  name: 'crm',
  origin: 'https://crm.example',
  ...SENT,
  last_delivered_at: '2018-09-01T00:10:00.000Z',
  last_failure: 'answered 503',
  paused_until: null,
};

export interface FakeServed extends Served {
  alerts: FakeAlerts;
  events: FakeEvents;
  /** What has been asked, in order. */
  questions: (Question & { model: FakeQuery })[];
  /** Set: what is answered to every question of these kinds instead. */
  failures: Map<string, Pick<Answer, 'status' | 'error'>>;
  /** Predictions that have been asked for. */
  requests: PredictionRequest[];
  /** What a wish for another training is answered with. */
  retrains: boolean;
  /** What a wish for another build is answered with. */
  rebuilds: boolean;
  settings: ResolvedSettings;
  audit: FakeAudit;
  /** Whether a backup is being made already. */
  backsUp: boolean;
}

/** A warehouse of three customers that answers the kinds about churn as the contract says. */
export function fakeServed(): FakeServed {
  const served: FakeServed = {
    settings: DEFAULT_SETTINGS,
    alerts: fakeAlerts(),
    webhooks: () => ({ state: 'ready', problem: null, ...SENT, receivers: [RECEIVER] }),
    events: fakeEvents(),
    questions: [],
    failures: new Map(),
    requests: [],
    retrains: true,
    status: () => ({ state: 'ready', generation: GENERATION }),
    refresh: () => {},
    retrain: () => served.retrains,
    rebuilds: true,
    rebuild: () => served.rebuilds,
    loads: () => Promise.resolve([LOAD]),
    models: () => Promise.resolve([MODEL]),
    audit: fakeAudit(),
    backsUp: false,
    backup: () => (served.backsUp ? undefined : Promise.resolve(BACKUP)),
    describe: () => Promise.resolve({ tables: [], functions: ['sum'], macros: [] }),
    predict: (request) => {
      served.requests.push(request);
      const failure = served.failures.get('predictions');
      if (failure) return Promise.resolve({ kind: 'predictions', frames: [], ...failure });
      const frames = [told(predictionsOf(request))];
      return Promise.resolve({ kind: 'predictions', status: 200, frames });
    },
    answer: (question) => {
      const model = question.model as FakeQuery;
      served.questions.push({ ...question, model });
      const failure = served.failures.get(model.kind);
      if (failure) return Promise.resolve({ kind: model.kind, frames: [], ...failure });
      const { error, status = 200, frames = [] } = answerTo(model, question.fullIds);
      return Promise.resolve({ kind: model.kind, status, frames: frames.map(told), ...(error ? { error } : {}) });
    },
  };
  return served;
}

const told = (frame: Frame): Frame => ({
  ...frame,
  meta: {
    ...frame.meta,
    notices: [...(frame.meta?.notices ?? []), { severity: 'info', text: 'Generated sample data.' }],
    custom: { asOf: '2018-08-28', generation: 'g1', sample: true },
  },
});
