import { isNull, type Column, type Frame } from '../contract';
import { rowCount } from './frame';

type Fail = (problem: string) => never;

/**
 * Checks a frame against what its data-plane type promises (https://grafana.com/developers/dataplane/): Grafana
 * believes the type and does not look again.
 */
export function checkDataPlane(frame: Frame, fail: Fail): void {
  const type = frame.meta?.type;
  if (!type || type === 'table' || frame.fields.length === 0) return;
  const columns = frame.fields.map(({ column }) => column);
  if (!columns.some(isNumeric)) fail(`${type} needs a field with numbers`);
  if (type.startsWith('timeseries')) checkTimes(type, columns, fail);
  if (!type.endsWith('long')) checkNoText(type, columns, fail);
  if ((type === 'numeric-wide' || type === 'numeric-multi') && rowCount(frame) > 1) fail(`${type} has one row only`);
}

const isNumeric = ({ type }: Column): boolean => type !== 'text' && type !== 'time';

function checkNoText(type: string, columns: readonly Column[], fail: Fail): void {
  const text = columns.find((column) => column.type === 'text');
  if (text) fail(`field "${text.name}" is text, which ${type} keeps in labels`);
}

function checkTimes(type: string, columns: readonly Column[], fail: Fail): void {
  const time = columns.find((column) => column.type === 'time') ?? fail(`${type} needs a time field`);
  for (let row = 0; row < time.length; row++) {
    if (isNull(time, row)) fail(`time field "${time.name}" is null in row ${row}`);
    if (row > 0 && Number(time.values[row]) < Number(time.values[row - 1])) {
      fail(`time field "${time.name}" goes back in row ${row}`);
    }
  }
}
