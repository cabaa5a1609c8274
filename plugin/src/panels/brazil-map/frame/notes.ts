import { formatCount } from '../../../format/numbers';
import { t } from '../../../language/t';
import type { Drawing } from '../map/drawing';
import type { Extent } from '../map/projection';

interface Told {
  drawing: Drawing;
  withDots: boolean;
  extent: Extent;
  /** True where nothing is known of the measure anywhere: risk, while no model serves. */
  unknown: boolean;
  /** False: no city was asked for. */
  hasCities: boolean;
}

/** What the map leaves out, in words: cities without a place, small ones among many, and those not asked for. */
export function notesOf({ drawing, withDots, extent, hasCities, unknown }: Told): string[] {
  if (unknown) return [t('map.note.no-scores', 'No churn model serves yet: the risk is not known.')];
  const { drawn, placed, all } = drawing.shown;
  if (extent !== null && !hasCities) {
    return [t('map.note.no-cities', 'Add a second query, Geography by city, to see the cities here.')];
  }
  if (!withDots) return [];
  const lost = all - placed;
  return [
    ...(drawn < placed
      ? [
          t('map.note.largest', 'Largest {{drawn}} of {{all}} cities', {
            drawn: formatCount(drawn),
            all: formatCount(placed),
          }),
        ]
      : []),
    ...(lost > 0 ? [t('map.note.lost', '{{lost}} without a known place', { lost: formatCount(lost) })] : []),
  ];
}
