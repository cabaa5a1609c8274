import type { EventsStatus, GenerationSummary, ModelStatus, WarehouseStatus } from '../../contract';
import { healthOf } from './health';

const generation: GenerationSummary = {
  id: 'g1',
  builtAt: '2026-01-01T00:00:00Z',
  sample: false,
  source: '/srv/shop',
  firstDay: '2016-09-04',
  lastDay: '2018-09-03',
  regularFirstDay: '2017-01-05',
  regularLastDay: '2018-08-28',
  all: { orders: 99_441, customers: 96_096, payments: 1 },
  purchases: { orders: 98_207, customers: 94_990, payments: 1 },
  rowsRead: 1_451_698,
  rowsRejected: 3,
};

const NOW = Date.parse('2026-01-10T12:00:00Z');
const model: ModelStatus = {
  state: 'ready',
  id: 'churn-180-1',
  horizonDays: 180,
  trainedAt: '2026-01-05T13:00:00Z',
};
const saidOf = (told: ModelStatus): string => healthOf({ state: 'ready', generation, model: told }, NOW).message;

describe('healthOf', () => {
  it.each([
    ['off', 'SQL mode is off.'],
    ['editors', 'Editors and admins may run SQL.'],
    ['everybody', 'Everybody who may query this data source may run SQL.'],
  ] as const)('says who may run SQL: %s', (mode, sentence) => {
    expect(healthOf({ state: 'ready', generation }, NOW, mode).message).toContain(sentence);
  });

  it('says what was checked', () => {
    expect(healthOf({ state: 'ready', generation }, NOW)).toMatchObject({
      status: 'ok',
      message: expect.stringMatching(
        /Data of \/srv\/shop\. 98,207 purchases by 94,990 customers.*1,451,698 rows read, 3 rejected/,
      ),
    });
  });

  it.each([
    [model.trainedAt, '5 days ago'],
    ['2026-01-09T12:00:00Z', '24 hours ago'],
    ['2026-01-10T11:00:00Z', '60 minutes ago'],
  ])('names the model that serves, trained at %s, and its age', (trainedAt, age) => {
    expect(saidOf({ ...model, trainedAt })).toContain(`Churn model churn-180-1 for 180 days, trained ${age}.`);
  });

  it('says how far a training has come, and why there is no newer model', () => {
    const progress = { step: 'growing trees', share: 0.4 };
    const reason = 'The model file is damaged.';
    expect(saidOf({ ...model, progress })).toMatch(
      /trained 5 days ago\. A new one is being trained, 40% \(growing trees\)\.$/,
    );
    expect(saidOf({ ...model, reason })).toMatch(/There is no newer one: The model file is damaged\.$/);
  });

  it.each<[ModelStatus, string]>([
    [{ state: 'training', progress: { step: 'growing trees', share: 0.4 } }, 'is being trained, 40% (growing trees)'],
    [{ state: 'none', reason: 'Too little history.' }, 'There is no churn model: Too little history.'],
    [{ state: 'training' }, 'The churn model is being opened.'],
    [{ state: 'none' }, 'There is no churn model yet.'],
  ])('says of %j why there are no scores', (told, message) => {
    expect(saidOf(told)).toContain(message);
  });

  it('says that it is the sample', () => {
    const { message } = healthOf({ state: 'ready', generation: { ...generation, sample: true } }, NOW);
    expect(message).toContain('Generated sample data, not a real shop.');
  });

  it('says how far a build has come, and what serves meanwhile', () => {
    const progress = { step: 'reading orders', share: 0.6 };
    expect(healthOf({ state: 'building', progress }, NOW)).toMatchObject({
      status: 'ok',
      message: 'The warehouse is being built, 60% (reading orders).',
    });
    expect(healthOf({ state: 'building', progress, generation }, NOW).message).toContain(
      'Generation g1 serves meanwhile.',
    );
  });

  it('is no success while the audit log cannot be written', () => {
    const audit = { error: 'ENOSPC: no space left on device', waiting: 12, lost: 0 };
    expect(healthOf({ state: 'ready', generation, audit }, NOW)).toMatchObject({
      status: 'error',
      message: expect.stringContaining('no space left on device. 12 entries wait'),
    });
    expect(healthOf({ state: 'ready', generation, audit: { waiting: 0, lost: 3 } }, NOW).status).toBe('ok');
  });

  it('is no success when the newest build failed, also while an old generation serves', () => {
    const error = 'orders: column "order_id" is missing.';
    expect(healthOf({ state: 'failed', error }, NOW)).toMatchObject({ status: 'error', message: error });
    expect(healthOf({ state: 'ready', error, generation }, NOW)).toMatchObject({
      status: 'error',
      message: expect.stringContaining('goes on serving'),
    });
  });

  describe('of events', () => {
    const taken = { taken: 9, duplicates: 0, rejected: 0, refused: 0, queued: 0, deadLetters: 0, lagSeconds: 0 };
    const of = (given: Partial<EventsStatus>, kafka?: WarehouseStatus['kafka']) => {
      const events: EventsStatus = { state: 'ready', ...taken, unfolded: 0, ...given };
      return healthOf({ state: 'ready', generation, events, kafka }, NOW);
    };

    it.each<[Partial<EventsStatus>, string]>([
      [{}, 'Events are taken, none waits.'],
      [{ waiting: 1_200, lagSeconds: 3_600.4 }, 'Events are taken, 1,200 events wait, the oldest for 3,600 s.'],
      [{ waiting: 1, lagSeconds: 2, problem: 'No model.' }, '1 event waits, the oldest for 2 s. Why: No model.'],
      [{ deadLetters: 2 }, 'none waits. 2 dead letters kept.'],
      [{ state: 'opening' }, 'The taking of events has not begun yet.'],
      [{ state: 'elsewhere', reason: 'Another process has them.' }, 'taken elsewhere: Another process has them.'],
    ])('says how %j stands, and is well', (given, message) => {
      expect(of(given)).toMatchObject({ status: 'ok', message: expect.stringContaining(message) });
    });

    it('fails when they cannot be taken, with the reason first', () => {
      const { status, message, details } = of({ state: 'unavailable', reason: 'The disk is full.' });
      expect([status, message]).toEqual([
        'error',
        expect.stringMatching(/^Events cannot be taken: The disk is full\. Data/),
      ]);
      expect(details).toMatchObject({ events: { state: 'unavailable' } });
    });

    it('says nothing where none are taken', () => {
      expect(of({ state: 'off' }).message).toBe(healthOf({ state: 'ready', generation }, NOW).message);
    });

    const read = { state: 'reading', since: '', messages: 5, rejected: 0, waits: 0, lag: 0, resets: [] } as const;

    it.each<[WarehouseStatus['kafka'], string]>([
      [read, 'Kafka is read, nothing behind.'],
      [{ ...read, lag: 70_000 }, 'Kafka is read, 70,000 messages behind.'],
      [
        { ...read, rejected: 1, problem: 'Offsets are not taken.' },
        'behind, 1 message no events. Offsets are not taken.',
      ],
      [{ ...read, state: 'connecting' }, 'Kafka has not answered yet.'],
    ])('says how Kafka stands: %j', (kafka, message) => {
      expect(of({}, kafka)).toMatchObject({ status: 'ok', message: expect.stringContaining(message) });
    });

    it('fails when Kafka cannot be read, and no less when the warehouse has failed before it', () => {
      const kafka = { ...read, state: 'interrupted', problem: 'Authentication failed.' } as const;
      expect(of({}, kafka)).toMatchObject({
        status: 'error',
        message: expect.stringMatching(/^Kafka is not read: Authentication failed\. It is tried again\. Data/),
      });
      const events: EventsStatus = { state: 'ready', ...taken, unfolded: 0 };
      const { status, message } = healthOf({ state: 'failed', error: 'No files.', events, kafka }, NOW);
      expect([status, message]).toEqual(['error', expect.stringMatching(/^No files\. Events are taken.*Kafka is not/)]);
    });

    it('does not speak of Kafka where another process reads it', () => {
      const { message } = of({ state: 'elsewhere', reason: 'Another has them.' }, { ...read, state: 'connecting' });
      expect(message).not.toContain('Kafka');
    });
  });
});
