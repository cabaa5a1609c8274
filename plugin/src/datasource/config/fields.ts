import type { Settings } from '@contract';

/** What every group of settings works on. */
export interface SettingsFields {
  settings: Settings;
  /** True for a provisioned data source, whose settings are kept in a file. */
  disabled: boolean;
  onChange: (changed: Partial<Settings>) => void;
}
