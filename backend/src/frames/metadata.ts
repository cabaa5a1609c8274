import type { Frame, FrameField } from '../contract';
import { FrameError } from './frame-error';

/** The metadata of the whole frame, under the keys that Grafana's SDK reads. */
export function frameMetadata({ name, refId, meta }: Frame): Map<string, string> {
  const metadata = new Map([
    ['name', name],
    ['refId', refId ?? ''],
  ]);
  if (meta) metadata.set('meta', toJson(meta, `frame "${name}": meta`));
  return metadata;
}

/** The metadata of one field, under the keys that Grafana's SDK reads. */
export function fieldMetadata({ column, labels, config }: FrameField): Map<string, string> {
  const metadata = new Map<string, string>();
  if (labels) metadata.set('labels', toJson(labels, `field "${column.name}": labels`));
  if (config) metadata.set('config', toJson(config, `field "${column.name}": config`));
  return metadata;
}

function toJson(value: object, place: string): string {
  try {
    return JSON.stringify(value);
  } catch (error) {
    throw new FrameError(`${place} cannot be written as JSON: ${error instanceof Error ? error.message : error}`);
  }
}
