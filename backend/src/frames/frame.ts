import type { Frame, FrameType } from '../contract';

/** Grafana's "no data" for a data-plane type: the type, and no fields. */
export function noData(name: string, type: FrameType): Frame {
  return { name, meta: { type }, fields: [] };
}

/** Number of rows of a frame, 0 when it has no fields. */
export function rowCount({ fields }: Frame): number {
  return fields[0]?.column.length ?? 0;
}

/**
 * The frame as it goes out: a data-plane type gets the version of the contract that is kept to, and a frame of such a
 * type without rows becomes "no data", because Grafana's alerting refuses empty text fields ("must be a wide series
 * but got type long"). A plain table keeps its empty columns.
 */
export function outgoing(frame: Frame): Frame {
  const { meta } = frame;
  if (!meta?.type || meta.type === 'table') return frame;
  const fields = rowCount(frame) === 0 ? [] : frame.fields;
  return { ...frame, fields, meta: { typeVersion: [0, 1], ...meta } };
}
