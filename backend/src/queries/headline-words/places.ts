import type { InLanguages } from '../../contract';
import { wordingIn, type Wording } from '../wording';

const [en, pt] = [wordingIn('en'), wordingIn('pt-BR')];

/** A place and a number of it: a share, a change or a risk. */
export interface PlaceNumber {
  name: string;
  share: number;
}

/** The sentences about states. */
export interface PlaceWords {
  nothing: string;
  revenue(revenue: number, states: number, largest: readonly PlaceNumber[]): string;
  changes(best: PlaceNumber, worst: PlaceNumber): string;
  risk(worst: PlaceNumber, best: PlaceNumber): string;
}

const beside = (wording: Wording, { name, share }: PlaceNumber): string => `${name} (${wording.share(share)})`;

const changed = (wording: Wording, { name, share }: PlaceNumber): string =>
  `${name} (${share < 0 ? '−' : '+'}${wording.share(Math.abs(share))})`;

export const PLACE_WORDS: InLanguages<PlaceWords> = {
  en: {
    nothing: 'There were no purchases in this time range.',
    revenue: (revenue, states, largest) =>
      states === 1
        ? `${en.money(revenue)} of revenue came from 1 state: ${largest[0]?.name ?? ''}.`
        : `${en.money(revenue)} of revenue came from ${en.count(states)} states, most of it from ` +
          `${en.list(largest.map((one) => beside(en, one)))}.`,
    changes: (best, worst) =>
      `Against the period before, the best change was in ${changed(en, best)}, the worst in ${changed(en, worst)}.`,
    risk: (worst, best) =>
      `The share of active customers at high risk is largest in ${beside(en, worst)}, smallest in ${beside(en, best)}.`,
  },
  'pt-BR': {
    nothing: 'Não houve compras neste período.',
    revenue: (revenue, states, largest) =>
      states === 1
        ? `${pt.money(revenue)} de receita vieram de 1 estado: ${largest[0]?.name ?? ''}.`
        : `${pt.money(revenue)} de receita vieram de ${pt.count(states)} estados, a maior parte de ` +
          `${pt.list(largest.map((one) => beside(pt, one)))}.`,
    changes: (best, worst) =>
      `Em relação ao período anterior, a melhor variação foi em ${changed(pt, best)}, a pior em ${changed(pt, worst)}.`,
    risk: (worst, best) =>
      `A parcela de clientes ativos em risco alto é maior em ${beside(pt, worst)} e menor em ${beside(pt, best)}.`,
  },
};
