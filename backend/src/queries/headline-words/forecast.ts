import type { InLanguages } from '../../contract';
import { wordingIn } from '../wording';

const [en, pt] = [wordingIn('en'), wordingIn('pt-BR')];

/** The sentences about the sales to expect; `change` and `place` are texts of their own, or empty. */
export interface ForecastWords {
  nothing: string;
  sum(days: number, expected: number, lower: number, upper: number, change: string, place: string): string;
  unchanged(days: number): string;
  above(change: number, days: number): string;
  below(change: number, days: number): string;
  place(share: number, name: string): string;
}

export const FORECAST_WORDS: InLanguages<ForecastWords> = {
  en: {
    nothing: 'There are no sales here to forecast from.',
    sum: (days, expected, lower, upper, change, place) =>
      `Sales of the next ${days} days: ${en.money(expected)} expected (${en.money(lower)} to ${en.money(upper)})` +
      `${change}${place}.`,
    unchanged: (days) => `, as much as in the ${days} days before`,
    above: (change, days) => `, ${en.share(change)} above the ${days} days before`,
    below: (change, days) => `, ${en.share(change)} below the ${days} days before`,
    place: (share, name) => `; ${en.share(share)} of it from ${name}`,
  },
  'pt-BR': {
    nothing: 'Não há vendas aqui a partir das quais prever.',
    sum: (days, expected, lower, upper, change, place) =>
      `Vendas dos próximos ${days} dias: ${pt.money(expected)} esperados (de ${pt.money(lower)} a ${pt.money(upper)})` +
      `${change}${place}.`,
    unchanged: (days) => `, o mesmo que nos ${days} dias anteriores`,
    above: (change, days) => `, ${pt.share(change)} acima dos ${days} dias anteriores`,
    below: (change, days) => `, ${pt.share(change)} abaixo dos ${days} dias anteriores`,
    place: (share, name) => `; ${pt.share(share)} disso vem de ${name}`,
  },
};
