import {
  DISTRIBUTION_COLUMNS,
  probabilityAtOdds,
  RISK_BANDS,
  type BandThresholds,
  type Frame,
  type InLanguages,
  type Language,
  type RiskBand,
  type ScoreDistributionQuery,
} from '../../contract';
import type { ScoredCustomers } from '../../churn/scoring/scored';
import type { Row } from '../../warehouse/engine';
import type { QueryContext } from '../context';
import { bind, customerCondition, where } from '../filters';
import { statusCondition } from '../page';
import { fill } from '../template';
import { wordingIn } from '../wording';
import { tableOf, type CellKind } from './cells';
import distributionSql from './sql/distribution.sql';

/** Bins are about a quarter of a doubling wide, in odds. */
const WIDTH = Math.LN2 / 4;
/** Bins of the high band, and of the low one, at most: two and a half doublings; beyond, customers are few. */
const MOST = 10;

interface Bin {
  band: RiskBand;
  from: number;
  to: number;
  customers: number;
}

const KINDS: Record<(typeof DISTRIBUTION_COLUMNS)[number], CellKind> = {
  odds_from: 'number',
  odds_to: 'number',
  probability_from: 'number',
  probability_to: 'number',
  band: 'text',
  customers: 'number',
  odds: 'text',
  high_risk: 'number',
  medium_risk: 'number',
  low_risk: 'number',
};

/** How many customers have which odds of coming back, from the most to the least endangered; no bin spans two bands. */
export async function scoreDistribution(
  query: ScoreDistributionQuery,
  context: QueryContext,
  { table, model }: ScoredCustomers,
): Promise<Frame[]> {
  const { riskBands } = context.settings;
  const conditions = [customerCondition(query, context.asOf), statusCondition(query)];
  const sql = fill(distributionSql, { customers: table, where: where(...conditions.map((one) => one.sql)) });
  const inner = innerBins(riskBands);
  const own = {
    high: riskBands.high,
    low: riskBands.low,
    width: WIDTH,
    most: MOST,
    inner: inner.count,
    inner_width: inner.width,
  };
  const rows = await context.engine.rows(sql, bind(own, ...conditions), context.signal);
  const bins = binsOf(rows, riskBands).map(({ band, from, to, customers }) => ({
    odds_from: from,
    odds_to: to,
    probability_from: probabilityAtOdds(from, model.baseRate),
    probability_to: probabilityAtOdds(to, model.baseRate),
    band,
    customers,
    odds: nameOf(from, to, riskBands, context.language),
    high_risk: band === 'high' ? customers : null,
    medium_risk: band === 'medium' ? customers : null,
    low_risk: band === 'low' ? customers : null,
  }));
  return [tableOf('score_distribution', DISTRIBUTION_COLUMNS, KINDS, bins)];
}

/** The medium band in bins of equal width, as near to the others' as fits. */
function innerBins({ high, low }: BandThresholds): { count: number; width: number } {
  const whole = Math.log(low / high);
  const count = Math.max(1, Math.round(whole / WIDTH));
  return { count, width: whole / count };
}

interface BinWords {
  below(odds: string): string;
  more(odds: string): string;
}

const BIN_WORDS: InLanguages<BinWords> = {
  en: { below: (odds) => `below ${odds}`, more: (odds) => `${odds} and more` },
  'pt-BR': { below: (odds) => `abaixo de ${odds}`, more: (odds) => `${odds} e mais` },
};

/** The bin in words: the outermost ones have no end. */
function nameOf(from: number, to: number, { high, low }: BandThresholds, language: Language): string {
  const [words, { decimal }] = [BIN_WORDS[language], wordingIn(language)];
  const reach = Math.exp(WIDTH * (MOST - 0.5));
  if (from < high / reach) return words.below(decimal(to, 2));
  return to > low * reach ? words.more(decimal(from, 2)) : `${decimal(from, 2)} – ${decimal(to, 2)}`;
}

/** All bins from the first to the last that has customers, and those of the medium band; none without customers. */
function binsOf(rows: readonly Row[], thresholds: BandThresholds): Bin[] {
  if (rows.length === 0) return [];
  const { high, low } = thresholds;
  const inner = innerBins(thresholds);
  const edges: Record<RiskBand, (bin: number) => Pick<Bin, 'from' | 'to'>> = {
    high: (bin) => ({ from: high * Math.exp(-WIDTH * (bin + 1)), to: high * Math.exp(-WIDTH * bin) }),
    medium: (bin) => ({ from: high * Math.exp(inner.width * bin), to: high * Math.exp(inner.width * (bin + 1)) }),
    low: (bin) => ({ from: low * Math.exp(WIDTH * bin), to: low * Math.exp(WIDTH * (bin + 1)) }),
  };
  return RISK_BANDS.flatMap((band) => {
    const own = rows.filter((row) => row.band === band);
    const length = band === 'medium' ? inner.count : Math.max(0, ...own.map((row) => Number(row.bin) + 1));
    return Array.from({ length }, (_, bin) => {
      const found = own.find((row) => row.bin === bin);
      return { band, ...edges[band](bin), customers: Number(found?.customers ?? 0) };
    });
  }).sort((a, b) => a.from - b.from);
}
