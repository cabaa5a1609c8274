import type { InLanguages } from '../../contract';
import { wordingIn } from '../wording';

const [en, pt] = [wordingIn('en'), wordingIn('pt-BR')];

/** The sentences about how good the churn model is; `recency` is what recency alone reaches, where that is known. */
export interface ModelWords {
  lift(own: number, recency: number | undefined): string;
  rank(own: number, recency: number | undefined): string;
  forecast(customers: number, day: string, expected: number, actual: number): string;
  gates(failed: number, all: number): string;
}

const percent = (auc: number): string => `${Math.round(auc * 100)}%`;

export const MODEL_WORDS: InLanguages<ModelWords> = {
  en: {
    lift: (own, recency) =>
      `Of the tenth of customers that the model puts first, ${en.decimal(own, 1)} times as many came back as on average` +
      `${recency === undefined ? '' : ` (by recency alone: ${en.decimal(recency, 1)} times)`}.`,
    rank: (own, recency) =>
      `It ranks a returner above a leaver in ${percent(own)} of cases ` +
      `(${recency === undefined ? '' : `recency alone: ${percent(recency)}, `}a coin: 50%).`,
    forecast: (customers, day, expected, actual) =>
      `Of ${en.count(customers)} customers as of ${en.longDay(day)}, it expected ${en.count(expected)} to come back; ` +
      `${en.count(actual)} did.`,
    gates: (failed, all) => `${failed} of ${all} checks failed: see the list of checks.`,
  },
  'pt-BR': {
    lift: (own, recency) =>
      `Do décimo de clientes que o modelo põe em primeiro, voltaram ${pt.decimal(own, 1)} vezes a média` +
      `${recency === undefined ? '' : ` (só pela recência: ${pt.decimal(recency, 1)} vezes)`}.`,
    rank: (own, recency) =>
      `Ele põe quem volta acima de quem sai em ${percent(own)} dos casos ` +
      `(${recency === undefined ? '' : `só pela recência: ${percent(recency)}, `}uma moeda: 50%).`,
    forecast: (customers, day, expected, actual) =>
      `De ${pt.count(customers)} clientes em ${pt.longDay(day)}, ele esperava que ${pt.count(expected)} voltassem; ` +
      `voltaram ${pt.count(actual)}.`,
    gates: (failed, all) => `${failed} de ${all} verificações falharam: veja a lista de verificações.`,
  },
};
