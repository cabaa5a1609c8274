import type { FieldConfig, Frame, FrameField } from '../contract';
import { checkColumn } from './check-column';
import { checkDataPlane } from './check-data-plane';
import { FrameError } from './frame-error';
import { rowCount } from './frame';

/**
 * Refuses what Grafana cannot read: it fails every query of a request when it meets one such frame.
 * @throws FrameError that names the frame and the field.
 */
export function checkFrame(frame: Frame): void {
  const rows = rowCount(frame);
  for (const [index, field] of frame.fields.entries()) {
    const fail = (problem: string): never => {
      throw new FrameError(`frame "${frame.name}", field ${index} "${field.column.name}": ${problem}`);
    };
    checkColumn(field.column, rows, fail);
    checkLabels(field, fail);
    checkConfig(field.config ?? {}, fail);
  }
  checkDataPlane(frame, (problem) => {
    throw new FrameError(`frame "${frame.name}": ${problem}`);
  });
}

type Fail = (problem: string) => never;

function checkLabels({ labels }: FrameField, fail: Fail): void {
  for (const [key, value] of Object.entries(labels ?? {})) {
    if (typeof value !== 'string') fail(`label "${key}" is not text`);
  }
}

/** Grafana reads `decimals` into 16 bits without sign and the limits into floats; anything else fails the request. */
function checkConfig({ decimals, min, max }: FieldConfig, fail: Fail): void {
  if (decimals !== undefined && !(Number.isInteger(decimals) && decimals >= 0 && decimals <= 0xffff)) {
    fail(`decimals of ${decimals} is not a whole number from 0 to 65535`);
  }
  for (const [key, limit] of Object.entries({ min, max })) {
    if (limit !== undefined && !Number.isFinite(limit)) fail(`${key} of ${limit} is not a number`);
  }
}
