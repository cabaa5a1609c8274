import type { Notice } from '../../contract';
import type { ServedModel } from '../../churn/scoring/scored';
import type { QueryContext } from '../context';
import { longDay } from '../wording';

/** What the reader of a score must know of its model: gates that it failed, and scores made with hindsight. */
export function modelNotices(model: ServedModel, { asOf, generation }: QueryContext): Notice[] {
  const { facts } = model;
  const notices: Notice[] = model.gates
    .filter(({ passed, hard }) => !passed && !hard)
    .map(({ message }) => ({ severity: 'warning', text: message }));
  if (facts.generation !== generation.id) {
    notices.push({
      severity: 'info',
      text: 'The churn model was trained on an earlier state of the data; it scores today’s customers all the same.',
    });
  }
  if (asOf < facts.knowsUntil) {
    notices.push({
      severity: 'info',
      text:
        `Scores as of ${longDay(asOf)} are made with hindsight: the model has learned from what happened up to ` +
        `${longDay(facts.knowsUntil)}.`,
    });
  }
  return notices;
}

/** Says where an answer that recommends actions does so by another playbook than the user's. */
export async function playbookNotices(context: QueryContext): Promise<Notice[]> {
  const { problem } = await context.playbook();
  return problem === undefined ? [] : [{ severity: 'warning', text: problem }];
}
