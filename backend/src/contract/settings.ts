import { DEFAULT_WARNING_RULES, readWarningRules, type WarningRules } from './alerts/rules';
import { DEFAULT_BANDS, type BandThresholds } from './churn/bands';
import { DEFAULT_SQL_LIMITS, type SqlLimits } from './sql/limits';
import { readKafkaSettings, type KafkaSettings } from './kafka/settings';
import { readSqlLimits } from './sql/read-limits';
import { SQL_MODES, type SqlMode } from './sql/kinds';
import { isAbsent, SettingsError } from './settings-error';
import { isDay } from './time-range';
import { DEFAULT_SEGMENT_GRID, SEGMENTS, type Segment, type SegmentGrid } from './segments';

export const MASK_MODES = ['viewers', 'everybody', 'nobody'] as const;
export type MaskMode = (typeof MASK_MODES)[number];

/** Which day customers are judged as of: the end of the time range, the last day of regular trade, or one fixed day. */
export const AS_OF_MODES = ['range_end', 'latest', 'fixed'] as const;
export type AsOfMode = (typeof AS_OF_MODES)[number];

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
  /** The churn score is the probability of no purchase within so many days. */
  horizonDays?: number;
  /** Where the risk bands begin, as multiples of the average customer's odds of coming back. */
  riskBands?: BandThresholds;
  /** A YAML file with the retention team's own playbook; absent: the one that comes along. */
  playbookFile?: string;
  /** A CSV file with the shop's campaigns, to be shown on pictures over time; absent: none. */
  campaignsFile?: string;
  /** Two letters (ISO 3166-1) of the country whose holidays bend sales. */
  country?: string;
  asOfMode?: AsOfMode;
  /** With the mode `fixed`: the day, `YYYY-MM-DD`. */
  asOfDay?: string;
  /** Who may run SQL of their own. */
  sqlMode?: SqlMode;
  sqlLimits?: Partial<SqlLimits>;
  /** When customers are warned of. */
  earlyWarnings?: Partial<WarningRules>;
  /** A YAML file with the addresses that early warnings are sent to; absent: none. */
  webhooksFile?: string;
  /** The topics of Kafka that events are read from; absent: none. */
  kafka?: KafkaSettings;
}

export type ResolvedSettings = Settings &
  Required<
    Pick<
      Settings,
      'churnDays' | 'maskCustomerIds' | 'segmentGrid' | 'horizonDays' | 'riskBands' | 'country' | 'asOfMode' | 'sqlMode'
    >
  > & { sqlLimits: SqlLimits; earlyWarnings: WarningRules };

export const DEFAULT_SETTINGS: ResolvedSettings = {
  churnDays: 180,
  maskCustomerIds: 'viewers',
  segmentGrid: DEFAULT_SEGMENT_GRID,
  horizonDays: 180,
  riskBands: DEFAULT_BANDS,
  country: 'BR',
  asOfMode: 'range_end',
  sqlMode: 'off',
  sqlLimits: DEFAULT_SQL_LIMITS,
  earlyWarnings: DEFAULT_WARNING_RULES,
};

/**
 * The settings in a data source's `jsonData`, with defaults for what is absent. Keys of other owners are ignored:
 * Grafana keeps some of its own there.
 *
 * @throws SettingsError
 */
export function resolveSettings(jsonData: unknown): ResolvedSettings {
  const given: Record<string, unknown> = typeof jsonData === 'object' && jsonData !== null ? { ...jsonData } : {};
  return {
    dataFolder: absolutePath('dataFolder', given.dataFolder),
    warehouseFolder: absolutePath('warehouseFolder', given.warehouseFolder),
    churnDays: days('churnDays', given.churnDays, DEFAULT_SETTINGS.churnDays),
    maskCustomerIds: oneOf('maskCustomerIds', MASK_MODES, given.maskCustomerIds, DEFAULT_SETTINGS.maskCustomerIds),
    segmentGrid: segmentGrid(given.segmentGrid),
    horizonDays: days('horizonDays', given.horizonDays, DEFAULT_SETTINGS.horizonDays),
    riskBands: riskBands(given.riskBands),
    playbookFile: absolutePath('playbookFile', given.playbookFile),
    campaignsFile: absolutePath('campaignsFile', given.campaignsFile),
    country: country(given.country),
    ...asOf(given),
    // YAML reads an off without quotes as false.
    sqlMode: oneOf('sqlMode', SQL_MODES, given.sqlMode === false ? 'off' : given.sqlMode, DEFAULT_SETTINGS.sqlMode),
    sqlLimits: readSqlLimits(given.sqlLimits),
    earlyWarnings: readWarningRules(given.earlyWarnings),
    webhooksFile: absolutePath('webhooksFile', given.webhooksFile),
    kafka: readKafkaSettings(given.kafka),
  };
}

function absolutePath(name: string, value: unknown): string | undefined {
  if (isAbsent(value)) return undefined;
  if (typeof value !== 'string') throw new SettingsError(`${name} must be a path.`);
  const path = value.trim();
  // The backend's working directory is Grafana's own: a relative path would mean a place that nobody expects.
  if (!/^(\/|[A-Za-z]:[\\/])/.test(path)) throw new SettingsError(`${name} must be an absolute path, not "${path}".`);
  return path;
}

function days(name: string, value: unknown, fallback: number): number {
  if (isAbsent(value)) return fallback;
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= 3_650) return number;
  throw new SettingsError(`${name} must be a whole number of days from 1 to 3650, not ${JSON.stringify(value)}.`);
}

/** High below 1 and low above it: the average customer is of medium risk, whatever the shop. */
function riskBands(value: unknown): BandThresholds {
  if (isAbsent(value)) return DEFAULT_BANDS;
  const given: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {};
  const high = isAbsent(given.high) ? DEFAULT_BANDS.high : Number(given.high);
  const low = isAbsent(given.low) ? DEFAULT_BANDS.low : Number(given.low);
  if (high > 0 && high < 1 && low > 1 && Number.isFinite(low)) return { high, low };
  throw new SettingsError(
    `riskBands must have "high" between 0 and 1 and "low" above 1 (multiples of the average odds), not ${JSON.stringify(value)}.`,
  );
}

/** Knows every country by its two letters; `ZZ` is its word for unknown. */
const REGIONS = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

function country(value: unknown): string {
  if (isAbsent(value)) return DEFAULT_SETTINGS.country;
  const code = typeof value === 'string' ? value.trim().toUpperCase() : '';
  if (/^[A-Z]{2}$/.test(code) && code !== 'ZZ' && REGIONS.of(code) !== undefined) return code;
  throw new SettingsError(
    `country must be the two letters of a country (ISO 3166-1) such as BR, not ${JSON.stringify(value)}.`,
  );
}

function oneOf<T extends string>(name: string, known: readonly T[], value: unknown, fallback: T): T {
  if (isAbsent(value)) return fallback;
  const chosen = known.find((one) => one === value);
  if (chosen !== undefined) return chosen;
  throw new SettingsError(`${name} must be one of ${known.join(', ')}, not ${JSON.stringify(value)}.`);
}

/** The day is needed for the mode `fixed` only; elsewhere it is kept for when that mode is chosen again. */
function asOf(given: Record<string, unknown>): Pick<ResolvedSettings, 'asOfMode' | 'asOfDay'> {
  const asOfMode = oneOf('asOfMode', AS_OF_MODES, given.asOfMode, DEFAULT_SETTINGS.asOfMode);
  const day: unknown = given.asOfDay;
  if (isAbsent(day)) {
    if (asOfMode !== 'fixed') return { asOfMode };
    throw new SettingsError('asOfDay must name a day such as 2018-06-30 when asOfMode is "fixed".');
  }
  if (typeof day === 'string' && isDay(day.trim())) return { asOfMode, asOfDay: day.trim() };
  throw new SettingsError(`asOfDay must be a day such as 2018-06-30, not ${JSON.stringify(day)}.`);
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
