import { InvalidArgumentError } from 'commander';
import { momentOf, rangeBetween, type Choices } from '../../contract';
import { WarehouseError } from '../../warehouse';

/** Which values and which time a dashboard is to be shown with. */
export interface ViewFlags {
  from?: string;
  to?: string;
  var: Choices;
}

export const FROM_HELP = 'begin of the time range: a day (2018-01-31), an RFC 3339 moment or now-90d';
export const TO_HELP = 'end of the time range, likewise; a day means its first moment';

/** Collects `name=value`, which may be given several times, also with the same name. */
export function variableFlag(text: string, before: Choices): Choices {
  const [, name, value] = /^(\w+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) {
    throw new InvalidArgumentError('Write it as name=value, such as state=SP.');
  }
  return { ...before, [name]: [...(before[name] ?? []), value] };
}

/** A bound of a time range, as it was given. */
export function momentFlag(text: string): string {
  if (momentOf(text, false, Date.now()) !== undefined) return text;
  throw new InvalidArgumentError('It must be a day such as 2018-01-31, an RFC 3339 moment, or now-90d and the like.');
}

/** @throws WarehouseError when a range ends before it begins */
export function checkRange({ from, to }: Pick<ViewFlags, 'from' | 'to'>): void {
  if (from === undefined || to === undefined || rangeBetween(from, to, Date.now())) return;
  throw new WarehouseError('usage', `The time range from ${from} to ${to} ends before it begins.`, 'Exchange the two.');
}

/** A panel's number. */
export function panelFlag(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be the number of a panel.');
}
