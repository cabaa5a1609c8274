import { createHash } from 'node:crypto';
import { ModelFileError } from './errors';

const FORMAT = 'churnwatch-churn-model';
/** Version of what a model file holds. It rises whenever a field or its meaning changes. */
export const MODEL_VERSION = 1;

const RETRAIN = 'Train again with "churnwatch train".';

interface Envelope {
  format: string;
  version: number;
  /** SHA-256 of `payload`. */
  sha256: string;
  /** The model as JSON text, so that the checksum is over exact bytes. */
  payload: string;
}

/** The text of a model file: the payload as JSON with version and checksum around it. */
export function sealModel(payload: object): string {
  const text = JSON.stringify(payload);
  const envelope: Envelope = { format: FORMAT, version: MODEL_VERSION, sha256: digest(text), payload: text };
  return JSON.stringify(envelope);
}

/**
 * The payload of a model file, checked as far as the envelope goes.
 *
 * @param name of the file, for messages
 * @throws ModelFileError when it is truncated, of another kind or version, or was changed
 */
export function unsealModel(text: string, name: string): unknown {
  const envelope = parse(text);
  if (!isEnvelope(envelope)) throw new ModelFileError(`${name} is no whole model file. ${RETRAIN}`);
  if (envelope.version !== MODEL_VERSION) {
    throw new ModelFileError(
      `${name} is of version ${envelope.version}, this program reads version ${MODEL_VERSION}. ${RETRAIN}`,
    );
  }
  if (digest(envelope.payload) !== envelope.sha256) {
    throw new ModelFileError(`${name} was changed after it was written: its checksum does not match. ${RETRAIN}`);
  }
  return parse(envelope.payload);
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isEnvelope(value: unknown): value is Envelope {
  if (typeof value !== 'object' || value === null) return false;
  const { format, version, sha256, payload } = value as Partial<Envelope>;
  return format === FORMAT && typeof version === 'number' && typeof sha256 === 'string' && typeof payload === 'string';
}
