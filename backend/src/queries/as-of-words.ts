import type { InLanguages } from '../contract';
import { wordingIn } from './wording';

const [en, pt] = [wordingIn('en').longDay, wordingIn('pt-BR').longDay];

/** Why customers are judged as of another day than the range's end, or the range is another one; days as `YYYY-MM-DD`. */
export interface AsOfWords {
  latest(day: string): string;
  fixed(day: string): string;
  ended(day: string, asked: string): string;
  first(day: string): string;
  moved(day: string): string;
}

export const AS_OF_WORDS: InLanguages<AsOfWords> = {
  en: {
    latest: (day) => `Judged as of ${en(day)}, the last day of regular trade.`,
    fixed: (day) => `Judged as of ${en(day)}, the day that the settings of the data source name.`,
    ended: (day, asked) => `Judged as of ${en(day)}, the last day of regular trade: the data ends before ${en(asked)}.`,
    first: (day) => `Judged as of ${en(day)}, the first day with a purchase.`,
    moved: (day) =>
      `The time range lies after the data: answered for the same length of time up to ${en(day)}, the last day of regular trade.`,
  },
  'pt-BR': {
    latest: (day) => `Avaliado em ${pt(day)}, o último dia de comércio regular.`,
    fixed: (day) => `Avaliado em ${pt(day)}, o dia indicado nas configurações da fonte de dados.`,
    ended: (day, asked) =>
      `Avaliado em ${pt(day)}, o último dia de comércio regular: os dados terminam antes de ${pt(asked)}.`,
    first: (day) => `Avaliado em ${pt(day)}, o primeiro dia com uma compra.`,
    moved: (day) =>
      `O período fica depois dos dados: respondido para a mesma duração até ${pt(day)}, o último dia de comércio regular.`,
  },
};
