import type { LifecycleStage } from '@contract';

/** A chosen part of a bar. */
export interface Choice {
  stage: LifecycleStage;
  /** First day of the step, `YYYY-MM-DD`. */
  day: string;
}
