import { t } from '../../../language/t';
import type { Facts } from '../../../components/picture/facts';
import { formatDay } from '../../../format/dates';
import { formatCount, formatMoneyExact } from '../../../format/numbers';
import type { Cohort, CohortCell, CohortsModel, Together } from '../data/model';
import { periodText } from '../../../format/periods';
import { exactText, laterText } from '../wording';
import type { HeatCell } from './cells';

/** What a part of the heat map says when it is pointed at. */
export function factsOf(part: HeatCell, model: CohortsModel): Facts {
  if (part.kind === 'size') return sizeFacts(part.cohort, model);
  return part.kind === 'all' ? togetherFacts(part.together, model) : cellFacts(part.cohort, part.cell, model);
}

function sizeFacts({ day, customers, cells }: Cohort, { grain }: CohortsModel): Facts {
  const [first] = cells;
  return {
    title: periodText(day, grain),
    text: t('cohorts.facts.first', 'First purchase in this period'),
    facts: [
      { name: t('cohorts.facts.size', 'Customers in the cohort'), value: formatCount(customers) },
      ...(first
        ? [{ name: t('cohorts.facts.first-revenue', 'Revenue in this period'), value: formatMoneyExact(first.revenue) }]
        : []),
    ],
  };
}

function cellFacts(cohort: Cohort, cell: CohortCell, { grain, asOf }: CohortsModel): Facts {
  return {
    title: `${periodText(cohort.day, grain)}, ${laterText(cell.period, grain)}`,
    text: cell.complete ? periodText(cell.day, grain) : runningText(periodText(cell.day, grain), asOf),
    facts: [
      { name: t('cohorts.facts.size', 'Customers in the cohort'), value: formatCount(cohort.customers) },
      { name: t('cohorts.facts.bought', 'Bought in this period'), value: formatCount(cell.customers) },
      { name: t('cohorts.measure.retention', 'Retention'), value: exactText(cell.retention, 'retention') },
      { name: t('cohorts.measure.revenue', 'Revenue'), value: formatMoneyExact(cell.revenue) },
    ],
  };
}

function runningText(period: string, asOf: string | undefined): string {
  return asOf === undefined
    ? t('cohorts.facts.running', '{{period}}, still running', { period })
    : t('cohorts.facts.running-until', '{{period}}, still running: counted until {{day}}', {
        period,
        day: formatDay(asOf),
      });
}

function togetherFacts({ period, of, customers, retention, revenue }: Together, { grain }: CohortsModel): Facts {
  return {
    title: `${t('cohorts.all', 'All cohorts')}, ${laterText(period, grain)}`,
    text: t('cohorts.facts.all', 'Cohorts whose period is over'),
    facts: [
      { name: t('cohorts.facts.all-size', 'Customers in these cohorts'), value: formatCount(of) },
      { name: t('cohorts.facts.bought', 'Bought in this period'), value: formatCount(customers) },
      { name: t('cohorts.measure.retention', 'Retention'), value: exactText(retention, 'retention') },
      { name: t('cohorts.measure.revenue', 'Revenue'), value: formatMoneyExact(revenue) },
    ],
  };
}
