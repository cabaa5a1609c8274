import { textWidth } from '../../../components/picture/textWidth';
import type { ValueFormat } from '../data/valueFormat';

export const FONT_SIZE = 11;

export interface Domain {
  from: number;
  to: number;
}

/** Where times and values stand in a picture, in pixels. */
export interface Scales {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  time: Domain;
  value: Domain;
  /** Values at the axis. */
  ticks: number[];
  x: (time: number) => number;
  y: (value: number) => number;
}

export interface Room {
  width: number;
  height: number;
  time: Domain;
  /** Ends that the axis of values must hold. */
  value: Domain;
  format: ValueFormat;
  /** Room above the lines, for what is written there. */
  top: number;
}

const BOTTOM = 20;
/** Room beside the last moment. */
export const RIGHT = 8;
const BESIDE_TICK = 8;
const PX_PER_TICK = 36;

/** Scales for a picture: the axis of values ends at round numbers, and is as wide as its labels. */
export function scalesFor({ width, height, time, value, format, top }: Room): Scales {
  const bottom = Math.max(top + 1, height - BOTTOM);
  const ticks = roundTicks(value, Math.max(2, Math.floor((bottom - top) / PX_PER_TICK)));
  const held = { from: ticks[0] ?? value.from, to: ticks.at(-1) ?? value.to };
  const left = Math.ceil(Math.max(...ticks.map((tick) => textWidth(format.tick(tick), FONT_SIZE)))) + BESIDE_TICK;
  const right = Math.max(left + 1, width - RIGHT);
  const over = time.to > time.from ? time.to - time.from : 1;
  // A single moment stands in the middle.
  const x = (moment: number): number =>
    time.to > time.from ? left + ((moment - time.from) / over) * (right - left) : (left + right) / 2;
  const y = (one: number): number => bottom - ((one - held.from) / (held.to - held.from)) * (bottom - top);
  return { width, height, left, right, top, bottom, time, value: held, ticks, x, y };
}

const STEPS = [1, 2, 2.5, 5, 10];

/** Round numbers that hold both ends, about `count` of them, never fewer than two. */
export function roundTicks({ from, to }: Domain, count: number): number[] {
  const span = to > from ? to - from : Math.max(1, Math.abs(to));
  const least = span / Math.max(1, count);
  const size = 10 ** Math.floor(Math.log10(least));
  const step = size * (STEPS.find((one) => one * size >= least * 0.999) ?? 10);
  const first = Math.floor(from / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil((from + span) / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}
