import type { LifecycleStage } from '@contract';
import { t } from '../../../language/t';
import type { Facts } from '../../../components/picture/facts';
import { formatDay } from '../../../format/dates';
import { formatCount } from '../../../format/numbers';
import { periodText } from '../../../format/periods';
import type { LifecycleModel, Step } from '../data/model';
import { netText, signed, stageMeaning, stageText } from '../wording';
import { FIGURE_ORDER } from './parts';

/** What a part of a bar says when it is pointed at: its own count first, then the other stages of the step. */
export function factsOf(stage: LifecycleStage, step: Step, { grain, asOf }: LifecycleModel): Facts {
  const period = periodText(step.day, grain);
  const values = {
    period,
    stage: stageText(stage),
    count: step.counts[stage],
    customers: formatCount(step.counts[stage]),
  };
  return {
    title: t('lifecycle.facts.title', '{{period}}: {{stage}}, {{customers}}', values),
    text: `${stageMeaning(stage)}.${step.complete ? '' : ` ${runningText(asOf)}`}`,
    facts: [
      ...FIGURE_ORDER.map((one) => ({ name: stageText(one), value: formatCount(step.counts[one]) })),
      { name: netText(), value: signed(step.net) },
    ],
  };
}

const runningText = (asOf: string | undefined): string =>
  asOf === undefined
    ? t('lifecycle.facts.running', 'This period still runs.')
    : t('lifecycle.facts.running-until', 'This period still runs: counted until {{day}}.', { day: formatDay(asOf) });
