import { InvalidArgumentError } from 'commander';
import { isDay, type FORECAST_DIMENSIONS, type ForecastModelChoice, type SalesMeasure } from '../../contract';
import { WarehouseError } from '../../warehouse';
import type { ShopFlags } from '../shop-warehouse';

export interface ForecastFlags extends ShopFlags {
  measure: SalesMeasure;
  by?: (typeof FORECAST_DIMENSIONS)[number];
  limit: number;
  horizon: number;
  level: number;
  model: ForecastModelChoice;
  country: string;
  asOf?: string;
  backtest?: boolean;
  origins?: string[];
  json?: boolean;
}

/** A parser of whole numbers from `min` to `max`. */
export const wholeNumberIn =
  (min: number, max: number) =>
  (text: string): number => {
    const value = Number(text);
    if (/^\d+$/.test(text.trim()) && value >= min && value <= max) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${min} to ${max}.`);
  };

export const daysIn = (text: string): string[] => text.split(',').map((day) => day.trim());

/** @throws WarehouseError `usage` naming what is no day, or what does not go together */
export function checkFlags({ asOf, origins, backtest }: ForecastFlags): void {
  const wrong = [...(asOf === undefined ? [] : [asOf]), ...(origins ?? [])].find((day) => !isDay(day));
  if (wrong !== undefined) throw new WarehouseError('usage', `"${wrong}" is no day.`, 'Write it as YYYY-MM-DD.');
  if (origins && !backtest) {
    throw new WarehouseError('usage', 'Origins are those of a backtest.', 'Add --backtest, or leave --origins out.');
  }
}
