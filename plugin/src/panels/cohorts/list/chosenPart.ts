import type { CohortPeriod } from '@contract';
import type { ListQuery } from '../../../components/customers/listTarget';
import { periodText } from '../../../format/periods';
import type { Choice } from '../choice';
import type { CohortsModel } from '../data/model';
import { laterText } from '../wording';

/** What is chosen, as the cohorts count it. */
export interface ChosenPart {
  choice: Choice;
  /** `Mar 2017, 3 months later`, or the cohort alone. */
  title: string;
  customers: number;
}

/** What a choice stands for; undefined where the cohorts hold no such cell. */
export function chosenPart({ cohorts, grain }: CohortsModel, choice: Choice): ChosenPart | undefined {
  const cohort = cohorts.find(({ day }) => day === choice.cohort);
  const name = periodText(choice.cohort, grain);
  if (!cohort) return undefined;
  if (choice.period === '') return { choice, title: name, customers: cohort.customers };
  const cell = cohort.cells.find(({ day }) => day === choice.period);
  return cell && { choice, title: `${name}, ${laterText(cell.period, grain)}`, customers: cell.customers };
}

/** The query of these customers, who paid most first. */
export function listQuery({ choice: { cohort, period } }: ChosenPart, grain: CohortPeriod, limit: number): ListQuery {
  return {
    kind: 'customers',
    firstPurchase: cohort,
    ...(period === '' ? {} : { during: period }),
    period: grain,
    sort: 'monetary',
    descending: true,
    limit,
  };
}
