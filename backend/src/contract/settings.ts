import { DEFAULT_SEGMENT_GRID, type SegmentGrid } from './segments';

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
