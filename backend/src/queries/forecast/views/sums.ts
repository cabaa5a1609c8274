import {
  DAY_UNIT,
  labelOf,
  startOf,
  SUMS_COLUMNS,
  type FieldConfig,
  type Frame,
  type SalesForecastQuery,
} from '../../../contract';
import { numberColumn, textColumn, timeColumn } from '../../../frames';
import type { QueryContext } from '../../context';
import { field, finiteColumn } from '../cells';
import type { Expected } from '../expected';
import { amountOf, SHARE } from '../field-config';
import { nothingSold } from '../nothing-sold';
import { askedPicture } from '../picture';
import { sumsRows, type SumsRow } from '../sums-rows';

type Column = keyof SumsRow;

const TEXTS: readonly Column[] = ['series', 'model', 'sentence'];
const TIMES: readonly Column[] = ['from', 'to'];

/** A row per series (table): the expected sum over the horizon, beside the period before, last year and the target. */
export async function sumsView(query: SalesForecastQuery, context: QueryContext): Promise<Frame[]> {
  const { expected, horizonDays } = await askedPicture(query, context);
  if (!expected) return [nothingSold('sums', 'table', query, context)];
  const rows = sumsRows(expected, context, horizonDays, query.target);
  const fields = SUMS_COLUMNS.map((name) =>
    field(
      columnOf(
        name,
        rows.map((row) => row[name]),
      ),
      {
        ...configOf(name, expected),
        displayNameFromDS: labelOf(name === 'series' && expected.by ? expected.by : name),
      },
    ),
  );
  return [{ name: 'sums', meta: { type: 'table', notices: expected.notices }, fields }];
}

function columnOf(name: Column, cells: readonly (string | number | null)[]) {
  if (TEXTS.includes(name)) return textColumn(name, cells.map(String));
  if (TIMES.includes(name))
    return timeColumn(
      name,
      cells.map((day) => startOf(String(day))),
    );
  const numbers = cells.map((cell) => (typeof cell === 'number' ? cell : null));
  return name === 'horizon_days' ? numberColumn(name, numbers) : finiteColumn(name, numbers);
}

function configOf(name: Column, { measure }: Expected): FieldConfig {
  if (TEXTS.includes(name)) return {};
  if (TIMES.includes(name)) return { unit: DAY_UNIT };
  if (name === 'horizon_days') return { unit: 'none', decimals: 0 };
  return name.startsWith('change_') ? SHARE : amountOf(measure);
}
