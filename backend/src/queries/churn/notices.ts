import type { InLanguages, Notice } from '../../contract';
import type { ServedModel } from '../../churn/scoring/scored';
import type { QueryContext } from '../context';
import { longDay } from '../wording';
import { gateMessage } from './gate-message';

interface ModelNoticeWords {
  older: string;
  hindsight(asOf: string, knowsUntil: string): string;
}

const WORDS: InLanguages<ModelNoticeWords> = {
  en: {
    older: 'The churn model was trained on an earlier state of the data; it scores today’s customers all the same.',
    hindsight: (asOf, knowsUntil) =>
      `Scores as of ${asOf} are made with hindsight: the model has learned from what happened up to ${knowsUntil}.`,
  },
  'pt-BR': {
    older:
      'O modelo de churn foi treinado com um estado anterior dos dados; mesmo assim, ele pontua os clientes de hoje.',
    hindsight: (asOf, knowsUntil) =>
      `As pontuações em ${asOf} são feitas em retrospecto: o modelo aprendeu com o que aconteceu até ${knowsUntil}.`,
  },
};

/** What the reader of a score must know of its model: gates that it failed, and scores made with hindsight. */
export function modelNotices(model: ServedModel, { asOf, generation, language }: QueryContext): Notice[] {
  const { facts } = model;
  const words = WORDS[language];
  const notices: Notice[] = model.gates
    .filter(({ passed, hard }) => !passed && !hard)
    .map((gate) => ({ severity: 'warning', text: gateMessage(gate, facts.horizonDays, language) }));
  if (facts.generation !== generation.id) notices.push({ severity: 'info', text: words.older });
  if (asOf < facts.knowsUntil) {
    const text = words.hindsight(longDay(asOf, language), longDay(facts.knowsUntil, language));
    notices.push({ severity: 'info', text });
  }
  return notices;
}

/** Says where an answer that recommends actions does so by another playbook than the user's. */
export async function playbookNotices(context: QueryContext): Promise<Notice[]> {
  const { problem } = await context.playbook();
  return problem === undefined ? [] : [{ severity: 'warning', text: problem }];
}
