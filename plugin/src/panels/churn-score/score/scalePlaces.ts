import { probabilityAtOdds, returnOdds, type RiskBand } from '@contract';
import { textWidth } from '../../../components/picture/textWidth';
import { t } from '../../../language/t';
import type { Score } from '../data/model';
import { bandText } from '../../../language/names';
import { currentLocale } from '../../../language/current';

/** A band's part of the scale, in pixels from the left; its edges as odds compared with the average. */
export interface Zone {
  band: RiskBand;
  left: number;
  width: number;
  from: number;
  to: number;
  /** What fits below it. */
  label: string;
}

export interface Tick {
  odds: number;
  x: number;
  label: string;
}

export interface ScalePlaces {
  zones: Zone[];
  ticks: Tick[];
  /** Where the customer and the average customer stand, in pixels from the left. */
  customer: number;
  average: number;
}

/** The scale goes at least this far to either side of the average. */
const REACH = 4;
const ROOM_BEYOND = 1.3;
const TICK_GAP = 10;
export const TEXT_SIZE = 12;

type Bounds = Pick<Score, 'odds' | 'baseRate' | 'highFrom' | 'lowTo'>;

/**
 * Places on a scale of the odds of coming back, compared with the average customer's, on logarithmic steps: half the odds
 * are as far from the average as twice the odds.
 *
 * @param others further odds that the scale has to hold
 */
export function scalePlaces(score: Bounds, width: number, others: readonly number[] = []): ScalePlaces {
  const high = returnOdds(score.highFrom, score.baseRate);
  const low = returnOdds(score.lowTo, score.baseRate);
  const all = [score.odds, ...others].filter((odds) => odds > 0 && Number.isFinite(odds));
  const least = Math.min(1 / REACH, high / ROOM_BEYOND, ...all.map((odds) => odds / ROOM_BEYOND));
  const most = Math.max(REACH, low * ROOM_BEYOND, ...all.map((odds) => odds * ROOM_BEYOND));
  const place = (odds: number): number => {
    const share = (Math.log(odds) - Math.log(least)) / (Math.log(most) - Math.log(least));
    return Number.isNaN(share) ? 0 : Math.min(1, Math.max(0, share)) * width;
  };
  const zone = (band: RiskBand, from: number, to: number): Zone => {
    const [left, right] = [place(from), place(to)];
    return { band, left, width: right - left, from, to, label: zoneLabel(band, right - left) };
  };
  return {
    zones: [zone('high', least, high), zone('medium', high, low), zone('low', low, most)],
    ticks: apart([tick(1, place), tick(high, place), tick(low, place), ...wholeTicks(least, most, place)], width),
    customer: place(score.odds),
    average: place(1),
  };
}

/** Where further odds stand on the scale that holds them. */
export function placeOf(odds: number, places: ScalePlaces, width: number): number {
  const [first, last] = [places.zones.at(0), places.zones.at(-1)];
  if (!first || !last) return 0;
  const share = Math.log(odds / first.from) / Math.log(last.to / first.from);
  return Math.min(1, Math.max(0, share)) * width;
}

/** The chance of coming back at odds compared with the average's. */
export function chanceAt(odds: number, baseRate: number): number {
  return 1 - probabilityAtOdds(odds, baseRate);
}

function zoneLabel(band: RiskBand, width: number): string {
  const { sign, label } = bandText(band);
  const short = label.replace(/ risk$|^Risco /, '');
  return [`${sign} ${label}`, `${sign} ${short}`, sign].find((text) => textWidth(text, TEXT_SIZE) <= width) ?? '';
}

function tick(odds: number, place: (odds: number) => number): Tick {
  const label =
    odds === 1
      ? t('churn.scale.averageTick', 'average')
      : `${Number(odds.toPrecision(2)).toLocaleString(currentLocale())}×`;
  return { odds, x: place(odds), label };
}

function wholeTicks(least: number, most: number, place: (odds: number) => number): Tick[] {
  return [0.01, 0.03, 0.1, 0.25, 0.5, 2, 4, 10, 30, 100]
    .filter((odds) => odds >= least && odds <= most)
    .map((odds) => tick(odds, place));
}

/** The ticks that do not touch an earlier one, moved inside at the edges. */
function apart(ticks: readonly Tick[], width: number): Tick[] {
  const kept: Tick[] = [];
  for (const one of ticks) {
    const half = textWidth(one.label, TEXT_SIZE) / 2;
    const x = Math.min(width - half, Math.max(half, one.x));
    const touches = kept.some(
      (other) => Math.abs(other.x - x) < half + textWidth(other.label, TEXT_SIZE) / 2 + TICK_GAP,
    );
    if (!touches) kept.push({ ...one, x });
  }
  return kept.toSorted((one, other) => one.x - other.x);
}
