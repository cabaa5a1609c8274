import type { CohortPeriod } from '@contract';
import type { ListQuery } from '../../../components/customers/listTarget';
import { periodText } from '../../../format/periods';
import type { Choice } from '../choice';
import type { LifecycleModel } from '../data/model';
import { stageText } from '../wording';

/** What is chosen, as the lifecycle counts it. */
export interface ChosenPart {
  choice: Choice;
  /** `Mar 2017: Dormant`. */
  title: string;
  customers: number;
}

/** What a choice stands for; undefined where the time range holds no such step. */
export function chosenPart({ steps, grain }: LifecycleModel, choice: Choice): ChosenPart | undefined {
  const step = steps.find(({ day }) => day === choice.day);
  const title = `${periodText(choice.day, grain)}: ${stageText(choice.stage)}`;
  return step && { choice, title, customers: step.counts[choice.stage] };
}

/** The query of these customers, who paid most first. */
export function listQuery({ choice: { stage, day } }: ChosenPart, grain: CohortPeriod, limit: number): ListQuery {
  return { kind: 'customers', activity: stage, during: day, period: grain, sort: 'monetary', descending: true, limit };
}
