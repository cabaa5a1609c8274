import { SEGMENT_MEASURES, type RfmSegmentsQuery, type SegmentMeasure } from '../../contract';
import { customerCondition } from '../filters';
import { asOfSql, laidOut, onlyCtes, type SqlContext, whereBlock } from './pieces';
import rfmSegmentsSql from './sql/rfm-segments.sql';

const MEASURE: Record<SegmentMeasure, string> = {
  customers: 'count(*)',
  customer_share: 'count(*) / sum(count(*)) OVER ()',
  revenue: 'round(sum(monetary), 2)',
  revenue_share: 'sum(monetary) / sum(sum(monetary)) OVER ()',
  churned_share: "count(*) FILTER (WHERE status = 'churned') / count(*)",
  mean_recency_days: 'avg(recency_days)',
  mean_frequency: 'avg(frequency)',
  mean_monetary: 'avg(monetary)',
};

/** One measure of the segments, or all of them. */
export function rfmSegmentsStatement(query: RfmSegmentsQuery, context: SqlContext): string {
  const { measure, sort, descending = true } = query;
  const measures = measure ? [measure] : SEGMENT_MEASURES;
  return laidOut(rfmSegmentsSql, {
    ctes: onlyCtes(query, context, true),
    measures: measures.map((one) => `${MEASURE[one]} AS ${one}`).join(',\n  '),
    where: whereBlock([customerCondition(query, context.asOf)], asOfSql(query, context)),
    order: sort ? `${MEASURE[sort]} ${descending ? 'DESC' : 'ASC'}, segment` : 'segment',
  });
}
