import { InvalidArgumentError } from 'commander';
import type { Language } from '../../contract';
import type { ViewFlags } from '../dashboards/flags';

/** The options of `churnwatch report`. */
export interface ReportFlags extends ViewFlags {
  dashboard: string;
  panel?: number;
  out: string;
  data?: string;
  warehouse?: string;
  server?: string;
  token?: string;
  /** Absent: light; HTML follows its reader's device. */
  theme?: 'light' | 'dark';
  lang: Language;
  width: number;
  ids: 'masked' | 'full';
  /** Longest wait for a panel, in seconds. */
  patience: number;
  chromium?: string;
}

export const DEFAULT_WIDTH = 1_120;
export const DEFAULT_PATIENCE = 300;
const LONGEST_PATIENCE = 3_600;

/** Of a page that is drawn, in px. */
export function pageWidth(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 320 && value <= 4_000) return value;
  throw new InvalidArgumentError('It must be a whole number of px from 320 to 4000.');
}

/** In seconds. */
export function patience(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= LONGEST_PATIENCE) return value;
  throw new InvalidArgumentError(`It must be a whole number of seconds from 1 to ${LONGEST_PATIENCE}.`);
}

/** The address of a server, without what stands below it. */
export function serverAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '') {
    return text.replace(/\/+$/, '').replace(/\/api$/, '');
  }
  throw new InvalidArgumentError('It must be an address such as http://127.0.0.1:4680.');
}
