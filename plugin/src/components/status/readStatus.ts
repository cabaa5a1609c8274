import type { GenerationSummary, WarehouseStatus } from '@contract';
import { getDataSourceSrv, DataSourceWithBackend } from '@grafana/runtime';
import { t } from '../../language/t';

/**
 * What a data source says about its warehouse.
 *
 * @throws Error in words for the viewer when the data source is of another kind or does not answer
 */
export async function readStatus(uid: string): Promise<WarehouseStatus> {
  const datasource = await getDataSourceSrv().get({ uid });
  if (!(datasource instanceof DataSourceWithBackend))
    throw new Error(t('components.status.noBackend', 'This data source has no backend to ask.'));
  const body: unknown = await datasource.getResource('status');
  if (!isStatus(body))
    throw new Error(
      t(
        'components.status.unknownAnswer',
        'The data source gave an answer that this version of the plugin does not know.',
      ),
    );
  return body;
}

/** A failure in words for the viewer: Grafana wraps the backend's own message in an object. */
export function messageOf(failure: unknown): string {
  const nested = nestedMessage(failure);
  if (nested) return nested;
  return failure instanceof Error
    ? failure.message
    : t('components.status.noAnswer', 'The data source does not answer.');
}

function nestedMessage(failure: unknown): string | undefined {
  if (!isFields(failure) || !isFields(failure.data)) return undefined;
  const { error, message } = failure.data;
  return [error, message].find((text): text is string => typeof text === 'string' && text !== '');
}

function isStatus(body: unknown): body is WarehouseStatus {
  if (!isFields(body)) return false;
  const known = body.state === 'ready' || body.state === 'building' || body.state === 'failed';
  return known && (body.generation === undefined || isGeneration(body.generation));
}

function isGeneration(value: unknown): value is GenerationSummary {
  if (!isFields(value)) return false;
  return typeof value.lastDay === 'string' && isFields(value.all) && isFields(value.purchases);
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
