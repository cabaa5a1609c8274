import { roundStep, type Language } from '../../../contract';
import { scaleFor, type Scale } from './scales';

/** Where an axis begins and ends, and what is written beside it; in the unit of the values. */
export interface Axis {
  low: number;
  high: number;
  ticks: readonly { value: number; text: string }[];
}

/** Of parts of an axis, so that its texts stand apart. */
const MOST_STEPS = 5;
const MOST_DECIMALS = 6;

/** Values closer together than this part of the largest are looked at from near: from 0 on they would lie in one line. */
const NEAR = 0.3;

/**
 * An axis over some values: ticks at round values, all of them in one unit and with as many decimals. Of what is counted no
 * tick stands for a part.
 *
 * @param fromZero whether it begins at 0 in any case; it does so too where values are not close together
 */
export function axisOver(values: readonly number[], unit: string, language: Language, fromZero = true): Axis {
  const largest = Math.max(...values.map(Math.abs), 0);
  const axis = ticksIn(scaleFor(unit, largest, language), values, fromZero);
  // The last tick may be written in a larger unit than the values: R$ 1M above R$ 980k.
  const end = Math.max(Math.abs(axis.low), Math.abs(axis.high));
  return end > largest ? ticksIn(scaleFor(unit, end, language), values, fromZero) : axis;
}

function ticksIn(scale: Scale, values: readonly number[], fromZero: boolean): Axis {
  const scaled = values.map((value) => value * scale.factor);
  const [from, to] = endsOf(scaled, fromZero);
  const counted = scale.factor === 1 && values.every(Number.isInteger);
  const step = roundStep((to - from || 1) / MOST_STEPS, counted);
  const [first, last] = [Math.floor(nearly(from / step)), Math.ceil(nearly(to / step))];
  const decimals = decimalsOf(step);
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => {
    const value = (first + i) * step;
    return { value: value / scale.factor, text: scale.text(value, decimals) };
  });
  return { low: (first * step) / scale.factor, high: (last * step) / scale.factor, ticks };
}

function endsOf(values: readonly number[], fromZero: boolean): [number, number] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const isNear = most > least && most - least < NEAR * Math.max(Math.abs(least), Math.abs(most));
  if (isNear && !fromZero) return [least, most];
  // An axis has a length also where there is nothing but 0.
  return [Math.min(0, least), Math.max(0, most) || (least < 0 ? 0 : 1)];
}

/** Without the last digits, which reckoning in binary numbers makes up. */
const nearly = (value: number): number => Number(value.toPrecision(12));

/** How many decimals tell multiples of a step apart. */
function decimalsOf(step: number): number {
  const decimals = Array.from({ length: MOST_DECIMALS }, (_, n) => n);
  return decimals.find((n) => nearly(step) === Number(step.toFixed(n))) ?? MOST_DECIMALS;
}
