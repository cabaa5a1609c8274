import { BAND_STYLES } from '@contract';
import type { Fact } from '../../../components/picture/facts';
import type { Spot } from '../../../components/picture/SpotPicture';
import { formatOdds, formatProbability } from '../../../format/scores';
import type { Score } from '../data/model';
import { chanceAt, type ScalePlaces, type Zone } from './scalePlaces';

const REACH = 9;

/** What the parts of the scale say: the bands, the average and, over them, the customer. */
export function scaleSpots(score: Score, places: ScalePlaces, height: number, width: number): Spot[] {
  const column = (x: number) => ({ left: Math.max(0, x - REACH), top: 0, width: 2 * REACH, height });
  return [
    ...places.zones.map((zone) => zoneSpot(zone, score.baseRate, height)),
    {
      ...column(Math.min(places.average, width - REACH)),
      key: 'average',
      title: 'Average customer',
      facts: chanceFacts(score.baseRate, 1),
    },
    {
      ...column(Math.min(places.customer, width - REACH)),
      key: 'customer',
      title: 'This customer',
      text: BAND_STYLES[score.band].label,
      facts: chanceFacts(score.churn, score.odds),
    },
  ];
}

function chanceFacts(churn: number, odds: number): Fact[] {
  return [
    { name: 'Will buy again', value: formatProbability(1 - churn) },
    { name: 'Churn probability', value: formatProbability(churn) },
    { name: 'Odds of buying again, average = 1', value: formatOdds(odds) },
  ];
}

function zoneSpot({ band, left, width, from, to }: Zone, baseRate: number, height: number): Spot {
  const { label, meaning } = BAND_STYLES[band];
  const bounds = {
    high: { odds: `up to ${formatOdds(to)}`, chance: `up to ${formatProbability(chanceAt(to, baseRate))}` },
    medium: {
      odds: `${formatOdds(from)} to ${formatOdds(to)}`,
      chance: `${formatProbability(chanceAt(from, baseRate))} to ${formatProbability(chanceAt(to, baseRate))}`,
    },
    low: { odds: `from ${formatOdds(from)}`, chance: `from ${formatProbability(chanceAt(from, baseRate))}` },
  }[band];
  return {
    key: band,
    left,
    top: 24,
    width,
    height: height - 24,
    title: label,
    text: meaning,
    facts: [
      { name: 'Odds of buying again, average = 1', value: bounds.odds },
      { name: 'Will buy again', value: bounds.chance },
    ],
  };
}
