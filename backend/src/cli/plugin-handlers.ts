import { setTimeout } from 'node:timers/promises';
import { SettingsError } from '../contract';
import type {
  DataAnswer,
  DataQuery,
  DataRequest,
  HealthResult,
  PluginContext,
  PluginHandlers,
} from '../grafana/handlers';
import { liveChannels } from '../grafana/channels/live-channels';
import { rightsOf, roleOf, type Rights } from '../http/callers';
import { Metrics } from '../http/metrics';
import { statusFor } from '../http/status';
import { ALERT_RULES, type Answer } from '../queries/question';
import { EncodedFrames } from './plugin/encoded-frames';
import { healthOf } from './plugin/health';
import { Instances, type Instance, type Log } from './plugin/instances';
import { callResource } from './plugin/resource';
import { processForecaster } from './process-forecaster';

const encodedFrames = new EncodedFrames();

/** How long "Save & test" waits for a build to end before it says how far it has come. */
const HEALTH_WAIT_MS = 4_000;
/** The same for the model and for events: opening them and asking a broker takes less, training a model much longer. */
const PARTS_WAIT_MS = 1_000;

/** What the data source does when Grafana asks: the parts of the house put together. */
export function createHandlers(log: Log): PluginHandlers {
  const forecaster = processForecaster(() => metrics);
  const instances: Instances = new Instances(log, () => metrics, forecaster);
  const metrics = new Metrics(() => instances.served());
  return {
    query: async (request, signal) => Object.fromEntries(await answerAll(instances, request, signal)),
    health: (context) => checkHealth(instances, context),
    metrics: () => metrics.text(),
    resource: (request) => callResource(instances.of(request.context).app, request),
    channels: liveChannels({ sourceOf: (context) => instances.of(context).served.live() }),
    shutdown: async () => {
      await instances.close();
      await forecaster.close();
    },
  };
}

async function answerAll(
  instances: Instances,
  { context, queries }: DataRequest,
  signal: AbortSignal,
): Promise<(readonly [string, DataAnswer])[]> {
  const instance = instanceOrProblem(instances, context);
  if (typeof instance === 'string') {
    return queries.map(({ refId }) => [refId, { status: 400, frames: [], error: instance, errorSource: 'downstream' }]);
  }
  const rights = rightsOf(roleOf(context.user?.role), instance.served.settings);
  // Without a user Grafana itself asks, for an alert rule: editors wrote it.
  // Visitors of public dashboards have no name either, and must not keep alert rules waiting.
  const user = context.user === undefined ? ALERT_RULES : `user ${context.user.login}`;
  const caller = { ...rights, trusted: rights.trusted || context.user === undefined, user };
  return Promise.all(
    queries.map(async (query) => [query.refId, await answerOne(instance, query, caller, signal)] as const),
  );
}

async function answerOne(
  { served }: Instance,
  query: DataQuery,
  caller: Rights & { user: string },
  signal: AbortSignal,
): Promise<DataAnswer> {
  const { from, to, model, maxDataPoints, intervalMs, refId } = query;
  const answer = await served.answer({ model, range: { from, to }, maxDataPoints, intervalMs, ...caller }, signal);
  return {
    status: answer.status,
    frames: answer.frames.map((frame) => encodedFrames.get(frame, refId)),
    ...(answer.error === undefined ? {} : { error: answer.error, errorSource: sourceOf(answer) }),
  };
}

/** Everything but our own faults comes from what lies before or behind us: the query, the settings, the data. */
const sourceOf = ({ status }: Answer): 'plugin' | 'downstream' =>
  status >= 500 && status !== 503 ? 'plugin' : 'downstream';

function instanceOrProblem(instances: Instances, context: PluginContext): Instance | string {
  try {
    return instances.of(context);
  } catch (error) {
    if (error instanceof SettingsError) return `The data source's settings cannot be used: ${error.message}`;
    throw error;
  }
}

async function checkHealth(instances: Instances, context: PluginContext): Promise<HealthResult> {
  const instance = instanceOrProblem(instances, context);
  if (typeof instance === 'string') return { status: 'error', message: instance };
  const { served } = instance;
  served.refresh();
  await Promise.race([served.settled(), setTimeout(HEALTH_WAIT_MS, undefined, { ref: false })]);
  if (served.status().generation) {
    const settled = Promise.all([served.modelSettled(), served.eventsSettled()]);
    await Promise.race([settled, setTimeout(PARTS_WAIT_MS, undefined, { ref: false })]);
  }
  const status = statusFor(roleOf(context.user?.role), served.status());
  return healthOf(status, Date.now(), served.settings.sqlMode);
}
