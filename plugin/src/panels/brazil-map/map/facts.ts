import { stateName, type GeographyMeasure } from '@contract';
import type { Fact, Facts } from '../../../components/picture/facts';
import { formatCount, formatMoneyExact, formatShare } from '../../../format/numbers';
import { t } from '../../../language/t';
import type { Place } from '../data/model';
import { figureName } from '../measures';

/** The sums of all places of a list, of which a place has its share. */
export type Totals = Readonly<Record<'revenue' | 'customers' | 'orders', number>>;

export function totalsOf(places: readonly Place[]): Totals {
  const sum = (name: keyof Totals): number => places.reduce((total, { figures }) => total + (figures[name] ?? 0), 0);
  return { revenue: sum('revenue'), customers: sum('customers'), orders: sum('orders') };
}

const TEXTS: Record<GeographyMeasure, (value: number) => string> = {
  revenue: formatMoneyExact,
  orders: formatCount,
  customers: formatCount,
  customer_base: formatCount,
  churned_share: formatShare,
  high_risk_customers: formatCount,
  high_risk_share: formatShare,
  high_risk_revenue: formatMoneyExact,
};

const SHARED: Partial<Record<GeographyMeasure, keyof Totals>> = {
  revenue: 'revenue',
  customers: 'customers',
  orders: 'orders',
};

/** The exact figures of a place that are known, named, with the share of the whole where that says something. */
function figuresOf({ figures }: Place, totals: Totals): Fact[] {
  const names = Object.keys(TEXTS) as GeographyMeasure[];
  return names.flatMap((name) => {
    const value = figures[name];
    if (value === null || value === undefined) return [];
    const whole = SHARED[name];
    const share = whole && totals[whole] > 0 ? ` (${formatShare(value / totals[whole])})` : '';
    return [{ name: figureName(name), value: `${TEXTS[name](value)}${share}` }];
  });
}

/** What a state says when it is pointed at; one without customers says that. */
export function stateFacts(state: string, place: Place | undefined, totals: Totals): Facts {
  const title = `${place?.name ?? stateName(state)} (${state})`;
  if (place) return { title, facts: figuresOf(place, totals) };
  return { title, text: t('map.no-customers-here', 'No customers here'), facts: [] };
}

/** What a city says when it is pointed at. */
export const cityFacts = (place: Place, totals: Totals): Facts => ({
  title: `${place.name} (${place.state})`,
  facts: figuresOf(place, totals),
});
