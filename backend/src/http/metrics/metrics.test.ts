import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import Fastify from 'fastify';
import type { EventsStatus, KafkaStatus, WarehouseStatus, WebhooksStatus } from '../../contract';
import type { BusinessFigures } from './business';
import { Metrics } from './metrics';

const STATUS: WarehouseStatus = { state: 'building' };
const FIGURES: BusinessFigures = {
  churnRate: 0.59,
  segments: [
    {
      segment: 'Loyal',
      status: 'active',
      customers: 10,
      highRiskCustomers: 3,
      revenueAtRisk: 120.5,
      highRiskRevenue: 40.5,
    },
  ],
  quality: { lift_at_10: 2.5 },
  warnings: { open_warnings: 7 },
};

it('counts the series that forecasts were asked for by how that ended, and how long that took', async () => {
  const metrics = new Metrics(() => new Map());
  metrics.countForecast('done', 27, 0.2);
  metrics.countForecast('done', 1, 4);
  metrics.countForecast('failed', 2, 0.01);
  const text = await metrics.text();
  expect(text).toContain('churnwatch_forecast_series_total{outcome="done"} 28');
  expect(text).toContain('churnwatch_forecast_series_total{outcome="failed"} 2');
  expect(text).toContain('churnwatch_forecast_duration_seconds_bucket{le="0.3"} 2');
  expect(text).toContain('churnwatch_forecast_duration_seconds_count 3');
});

it("tells the shop's figures by warehouse, segment and status", async () => {
  const served = { status: () => STATUS, business: () => Promise.resolve(FIGURES) };
  const text = await new Metrics(() => new Map([['shop', served]])).text();
  expect(text).toContain('churnwatch_churn_rate{warehouse="shop"} 0.59');
  const labels = '{warehouse="shop",segment="Loyal",status="active"}';
  expect(text).toContain(`churnwatch_customers${labels} 10`);
  expect(text).toContain(`churnwatch_high_risk_customers${labels} 3`);
  expect(text).toContain(`churnwatch_revenue_at_risk${labels} 120.5`);
  expect(text).toContain(`churnwatch_high_risk_revenue${labels} 40.5`);
  expect(text).toContain('churnwatch_model_quality{warehouse="shop",figure="lift_at_10"} 2.5');
  expect(text).toContain('churnwatch_early_warnings{warehouse="shop",figure="open_warnings"} 7');
});

it('tells how many entries the audit log could not write', async () => {
  const status: WarehouseStatus = { state: 'ready', audit: { error: 'full', waiting: 7, lost: 2 } };
  const served = { status: () => status, business: () => Promise.resolve(FIGURES) };
  const text = await new Metrics(() => new Map([['shop', served]])).text();
  expect(text).toContain('churnwatch_audit_entries{warehouse="shop",state="waiting"} 7');
  expect(text).toContain('churnwatch_audit_entries{warehouse="shop",state="lost"} 2');
});

it('forgets segments and warehouses that are gone', async () => {
  let figures = FIGURES;
  const warehouses = new Map([['shop', { status: () => STATUS, business: () => Promise.resolve(figures) }]]);
  const metrics = new Metrics(() => warehouses);
  await metrics.text();
  figures = { segments: [], quality: {}, warnings: {} };
  expect(await metrics.text()).not.toContain('segment="Loyal"');
  warehouses.clear();
  expect(await metrics.text()).not.toContain('warehouse="shop"');
});

it('tells the last figures while new ones are being computed, and none after a failure', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  try {
    let business = (): Promise<BusinessFigures> => Promise.resolve(FIGURES);
    const metrics = new Metrics(() => new Map([['shop', { status: () => STATUS, business: () => business() }]]));
    await metrics.text();
    business = () => new Promise(() => undefined);
    const slow = metrics.text();
    await jest.advanceTimersByTimeAsync(2_000);
    expect(await slow).toContain('churnwatch_churn_rate{warehouse="shop"} 0.59');
    business = () => Promise.reject(new Error('gone'));
    expect(await metrics.text()).not.toContain('churnwatch_churn_rate{');
  } finally {
    jest.useRealTimers();
  }
});

it('tells how events fare, and nothing where none are taken', async () => {
  const status = (state: EventsStatus['state']) => () => ({
    state,
    taken: 5,
    duplicates: 2,
    rejected: 1,
    refused: 0,
    queued: 3,
    deadLetters: 1,
    lagSeconds: 0.4,
    unfolded: 9,
    waiting: 4,
  });
  const served = (state: EventsStatus['state']) => ({ status: () => STATUS, events: { status: status(state) } });
  const text = await new Metrics(
    () =>
      new Map([
        ['shop', served('ready')],
        ['quiet', served('off')],
        ['quiet twin', served('elsewhere')],
        ['broken', served('unavailable')],
      ]),
  ).text();
  expect(text).toContain('churnwatch_event_lag_seconds{warehouse="shop"} 0.4');
  expect(text).toContain('churnwatch_events_total{warehouse="shop",outcome="duplicates"} 2');
  expect(text).toContain('churnwatch_events_waiting{warehouse="shop",where="effect"} 4');
  expect(text).toContain('churnwatch_dead_letters{warehouse="shop"} 1');
  expect(text).toContain('churnwatch_events_ready{warehouse="shop"} 1');
  expect(text).toContain('churnwatch_events_ready{warehouse="broken"} 0');
  expect(text).not.toMatch(/churnwatch_(event|dead)\S*warehouse="quiet/);
});

it('counts requests by the route as it is declared, and all addresses without one together', async () => {
  const app = Fastify();
  const metrics = new Metrics(() => new Map());
  metrics.watch(app);
  app.get('/customers/:id', () => 'one');
  for (const url of ['/customers/1', '/customers/2', '/nowhere', '/else']) await app.inject(url);
  const text = await metrics.text();
  const counted = 'churnwatch_http_request_duration_seconds_count{method="GET",route=';
  expect(text).toContain(`${counted}"/customers/:id",status="200"} 2`);
  expect(text).toContain(`${counted}"(none)",status="404"} 2`);
  await app.close();
});

it('counts requests whose client did not wait for the answer', async () => {
  const app = Fastify();
  const metrics = new Metrics(() => new Map());
  metrics.watch(app);
  let left: Promise<unknown> | undefined;
  app.get('/slow', async (_request, reply) => {
    left = once(reply.raw, 'close');
    app.server.emit('slow');
    await left;
    return 'too late';
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const begun = once(app.server, 'slow');
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  socket.write('GET /slow HTTP/1.1\r\nHost: shop\r\n\r\n');
  await begun;
  socket.destroy();
  await left;
  const text = await metrics.text();
  expect(text).toContain('duration_seconds_count{method="GET",route="/slow",status="499"} 1');
  expect(text).not.toContain('route="/slow",status="200"');
  await app.close();
});

it('tells how reading from Kafka fares, and nothing where none is read', async () => {
  const kafka: KafkaStatus = {
    state: 'reading',
    since: '2018-09-01T00:00:00Z',
    messages: 5,
    rejected: 2,
    waits: 1,
    partitions: [{ topic: 'orders', partition: 3, next: 10, end: 17, lag: 7 }],
    lag: 7,
    resets: [],
  };
  const watched = { status: () => STATUS, kafka: () => kafka };
  const text = await new Metrics(() => new Map([['w', watched]])).text();
  expect(text).toContain('churnwatch_kafka_state{warehouse="w",state="reading"} 1');
  expect(text).toContain('churnwatch_kafka_state{warehouse="w",state="interrupted"} 0');
  expect(text).toContain('churnwatch_kafka_lag{warehouse="w",topic="orders",partition="3"} 7');
  expect(text).toContain('churnwatch_kafka_messages_total{warehouse="w",outcome="taken"} 3');
  expect(text).toContain('# TYPE churnwatch_kafka_messages_total counter');
  kafka.state = 'off';
  expect(await new Metrics(() => new Map([['w', watched]])).text()).not.toContain('churnwatch_kafka_state{');
});

it('tells how webhooks fare by receiver, forgets those that are gone, and tells nothing where none are set', async () => {
  const totals = { waiting: 3, delivered: 7, failed: 2, dead: 1 };
  const crm = { name: 'crm', origin: 'https://crm', ...totals, last_delivered_at: null, last_failure: null };
  const status: WebhooksStatus = {
    state: 'ready',
    problem: null,
    ...totals,
    receivers: [{ ...crm, paused_until: null }],
  };
  let told = status;
  const metrics = new Metrics(() => new Map([['w', { status: () => STATUS, webhooks: () => told }]]));
  const text = await metrics.text();
  expect(text).toContain('churnwatch_webhook_ready{warehouse="w"} 1');
  expect(text).toContain('churnwatch_webhook_attempts_total{warehouse="w",receiver="crm",outcome="delivered"} 7');
  expect(text).toContain('churnwatch_webhook_attempts_total{warehouse="w",receiver="crm",outcome="failed"} 2');
  expect(text).toContain('churnwatch_webhook_messages{warehouse="w",receiver="crm",state="waiting"} 3');
  expect(text).toContain('churnwatch_webhook_messages{warehouse="w",receiver="crm",state="given_up"} 1');
  // However often they are asked for, totals are not added up.
  const delivered = 'churnwatch_webhook_attempts_total{warehouse="w",receiver="crm",outcome="delivered"} 7';
  expect(await metrics.text()).toContain(delivered);
  told = { ...status, state: 'unusable', problem: 'receivers is missing.', receivers: [] };
  const broken = await metrics.text();
  expect(broken).toContain('churnwatch_webhook_ready{warehouse="w"} 0');
  expect(broken).not.toContain('receiver="crm"');
  told = { ...told, state: 'off' };
  expect(await metrics.text()).not.toContain('churnwatch_webhook_ready{');
});
