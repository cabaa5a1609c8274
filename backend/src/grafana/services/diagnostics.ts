import type { UntypedServiceImplementation } from '@grpc/grpc-js';
import type { HealthResult, PluginHandlers } from '../handlers';
import type { Logger } from '../log/logger';
import type { CheckHealthResponse, CollectMetricsResponse, WithContext } from '../protocol/wire';
import { unary } from '../rpc/calls';
import { contextOf } from '../rpc/context';
import { callerMessage } from '../rpc/errors';

const STATUS: Record<HealthResult['status'], number> = { unknown: 0, ok: 1, error: 2 };

export function diagnosticsService(
  handlers: Promise<Pick<PluginHandlers, 'health' | 'metrics'>>,
  log: Logger,
): UntypedServiceImplementation {
  return {
    CheckHealth: unary<WithContext, CheckHealthResponse>('The health check', log, async (request) => {
      const { status, message, details } = await checkHealth(handlers, request, log);
      return { status: STATUS[status], message, jsonDetails: details ? Buffer.from(JSON.stringify(details)) : EMPTY };
    }),
    CollectMetrics: unary<unknown, CollectMetricsResponse>('Collecting metrics', log, async () => ({
      metrics: { prometheus: Buffer.from(await (await handlers).metrics()) },
    })),
  };
}

const EMPTY = new Uint8Array();

/** A health check that fails is an answer, too: Grafana shows a gRPC error as "Plugin health check failed" only. */
async function checkHealth(
  handlers: Promise<Pick<PluginHandlers, 'health'>>,
  request: WithContext,
  log: Logger,
): Promise<HealthResult> {
  try {
    return await (await handlers).health(contextOf(request));
  } catch (error) {
    return { status: 'error', message: callerMessage(error, 'The health check', log) };
  }
}
