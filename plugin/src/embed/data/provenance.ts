import type { Provenance } from '@contract';
import type { DataFrame } from '@grafana/data';
import { isObject } from '../model/read';

/** Which data, as of when, the frames speak of; undefined when none says it. */
export function provenanceOf(frames: readonly DataFrame[]): Provenance | undefined {
  for (const { meta } of frames) {
    const custom: unknown = meta?.custom;
    if (!isObject(custom) || typeof custom.asOf !== 'string' || typeof custom.generation !== 'string') continue;
    return { asOf: custom.asOf, generation: custom.generation, sample: custom.sample === true };
  }
  return undefined;
}
