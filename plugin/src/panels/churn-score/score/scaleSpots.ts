import type { Fact } from '../../../components/picture/facts';
import type { Spot } from '../../../components/picture/SpotPicture';
import { formatOdds, formatProbability } from '../../../format/scores';
import { t } from '../../../language/t';
import type { Score } from '../data/model';
import { chanceAt, type ScalePlaces, type Zone } from './scalePlaces';
import { bandText } from '../../../language/names';

const REACH = 9;

/** What the parts of the scale say: the bands, the average and, over them, the customer. */
export function scaleSpots(score: Score, places: ScalePlaces, height: number, width: number): Spot[] {
  const column = (x: number) => ({ left: Math.max(0, x - REACH), top: 0, width: 2 * REACH, height });
  return [
    ...places.zones.map((zone) => zoneSpot(zone, score.baseRate, height)),
    {
      ...column(Math.min(places.average, width - REACH)),
      key: 'average',
      title: t('churn.averageCustomer', 'Average customer'),
      facts: chanceFacts(score.baseRate, 1),
    },
    {
      ...column(Math.min(places.customer, width - REACH)),
      key: 'customer',
      title: t('churn.thisCustomer', 'This customer'),
      text: bandText(score.band).label,
      facts: chanceFacts(score.churn, score.odds),
    },
  ];
}

function chanceFacts(churn: number, odds: number): Fact[] {
  return [
    { name: t('churn.willBuy', 'Will buy again'), value: formatProbability(1 - churn) },
    { name: t('churn.probability', 'Churn probability'), value: formatProbability(churn) },
    { name: t('churn.oddsOne', 'Odds of buying again, average = 1'), value: formatOdds(odds) },
  ];
}

function zoneSpot({ band, left, width, from, to }: Zone, baseRate: number, height: number): Spot {
  const { label, meaning } = bandText(band);
  const bounds = {
    high: {
      odds: t('churn.scale.upTo', 'up to {{value}}', { value: formatOdds(to) }),
      chance: t('churn.scale.upTo', 'up to {{value}}', { value: formatProbability(chanceAt(to, baseRate)) }),
    },
    medium: {
      odds: t('churn.rfm.fromTo', '{{from}} to {{to}}', { from: formatOdds(from), to: formatOdds(to) }),
      chance: t('churn.rfm.fromTo', '{{from}} to {{to}}', {
        from: formatProbability(chanceAt(from, baseRate)),
        to: formatProbability(chanceAt(to, baseRate)),
      }),
    },
    low: {
      odds: t('churn.scale.from', 'from {{value}}', { value: formatOdds(from) }),
      chance: t('churn.scale.from', 'from {{value}}', { value: formatProbability(chanceAt(from, baseRate)) }),
    },
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
      { name: t('churn.oddsOne', 'Odds of buying again, average = 1'), value: bounds.odds },
      { name: t('churn.willBuy', 'Will buy again'), value: bounds.chance },
    ],
  };
}
