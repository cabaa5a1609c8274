import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { mapping, WebhooksError } from './reading';
import { readReceiver } from './read-receiver';
import type { ReceiverSpec } from './receiver';

export const MOST_BYTES = 64 * 1024;
const MOST_RECEIVERS = 50;

/**
 * The receivers in a YAML text, checked.
 *
 * @param file name for messages
 * @throws WebhooksError
 */
export function parseWebhooks(yaml: string, file: string): ReceiverSpec[] {
  if (Buffer.byteLength(yaml) > MOST_BYTES) {
    throw new WebhooksError(`${file}: the file is larger than ${MOST_BYTES / 1024} KiB.`);
  }
  const top = mapping(parseYaml(yaml, file), file, ['version', 'receivers']);
  if (top.version !== 1) throw new WebhooksError(`${file}, version: there must be "version: 1".`);
  if (!Array.isArray(top.receivers) || top.receivers.length > MOST_RECEIVERS) {
    throw new WebhooksError(`${file}, receivers: there must be a list of up to ${MOST_RECEIVERS} receivers.`);
  }
  const receivers = top.receivers.map((one: unknown, i) => readReceiver(one, `${file}, receiver ${i + 1}`));
  const names = receivers.map(({ name }) => name);
  const twice = names.findIndex((name, i) => names.indexOf(name) < i);
  if (twice === -1) return receivers;
  throw new WebhooksError(
    `${file}, receiver ${twice + 1}, name: there is another "${names[twice]}"; each needs its own.`,
  );
}

function parseYaml(yaml: string, file: string): unknown {
  try {
    // Aliases could blow a small file up; the core schema makes nothing but plain data.
    return load(yaml, { schema: CORE_SCHEMA, maxAliases: 0, maxDepth: 20 });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const line = error.mark ? `, line ${error.mark.line + 1}` : '';
    throw new WebhooksError(`${file}${line}: this is no YAML: ${error.reason}.`);
  }
}
