import { DEFAULT_SEGMENT_GRID, SEGMENTS, type Segment, type SegmentGrid } from './segments';

export const MASK_MODES = ['viewers', 'everybody', 'nobody'] as const;
export type MaskMode = (typeof MASK_MODES)[number];

/** The data source's `jsonData`. Every key may be absent. */
export interface Settings {
  /** Folder with the shop's CSV files; absent: the generated sample. */
  dataFolder?: string;
  /** Folder for the warehouse; absent: `.churnwatch` in the data folder, or a private folder under the system's temporary one. */
  warehouseFolder?: string;
  /** A customer without an order for so many days counts as churned. */
  churnDays?: number;
  /** Who sees customer ids shortened. */
  maskCustomerIds?: MaskMode;
  segmentGrid?: SegmentGrid;
}

export type ResolvedSettings = Settings & Required<Pick<Settings, 'churnDays' | 'maskCustomerIds' | 'segmentGrid'>>;

export const DEFAULT_SETTINGS: ResolvedSettings = {
  churnDays: 180,
  maskCustomerIds: 'viewers',
  segmentGrid: DEFAULT_SEGMENT_GRID,
};

/** Settings that cannot be used; the message names the setting, what is wrong, and what may stand there. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/**
 * The settings in a data source's `jsonData`, with defaults for what is absent. Keys of other owners are ignored:
 * Grafana keeps some of its own there.
 *
 * @throws SettingsError
 */
export function resolveSettings(jsonData: unknown): ResolvedSettings {
  const given: Record<string, unknown> = typeof jsonData === 'object' && jsonData !== null ? { ...jsonData } : {};
  return {
    dataFolder: folder('dataFolder', given.dataFolder),
    warehouseFolder: folder('warehouseFolder', given.warehouseFolder),
    churnDays: churnDays(given.churnDays),
    maskCustomerIds: maskMode(given.maskCustomerIds),
    segmentGrid: segmentGrid(given.segmentGrid),
  };
}

const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === '';

function folder(name: string, value: unknown): string | undefined {
  if (isAbsent(value)) return undefined;
  if (typeof value !== 'string') throw new SettingsError(`${name} must be the path of a folder.`);
  const path = value.trim();
  // The backend's working directory is Grafana's own: a relative path would mean a place that nobody expects.
  if (!/^(\/|[A-Za-z]:[\\/])/.test(path)) throw new SettingsError(`${name} must be an absolute path, not "${path}".`);
  return path;
}

function churnDays(value: unknown): number {
  if (isAbsent(value)) return DEFAULT_SETTINGS.churnDays;
  const days = Number(value);
  if (Number.isInteger(days) && days >= 1 && days <= 3_650) return days;
  throw new SettingsError(`churnDays must be a whole number of days from 1 to 3650, not ${JSON.stringify(value)}.`);
}

function maskMode(value: unknown): MaskMode {
  if (isAbsent(value)) return DEFAULT_SETTINGS.maskCustomerIds;
  const mode = MASK_MODES.find((known) => known === value);
  if (mode) return mode;
  throw new SettingsError(`maskCustomerIds must be one of ${MASK_MODES.join(', ')}, not ${JSON.stringify(value)}.`);
}

function segmentGrid(value: unknown): SegmentGrid {
  if (isAbsent(value)) return DEFAULT_SETTINGS.segmentGrid;
  const rows: unknown[] = Array.isArray(value) ? value : [];
  const grid = rows.map((row) => (Array.isArray(row) ? row.map(segment) : []));
  if (grid.length === 5 && grid.every((row) => row.length === 5)) return grid;
  throw new SettingsError('segmentGrid must have five rows (recency 1 to 5) of five segments each (frequency 1 to 5).');
}

function segment(value: unknown): Segment {
  const known = SEGMENTS.find((one) => one === value);
  if (known) return known;
  throw new SettingsError(`segmentGrid: ${JSON.stringify(value)} is not a segment; known: ${SEGMENTS.join(', ')}.`);
}
