import type { InLanguages } from '../../contract';
import { wordingIn } from '../wording';

const [en, pt] = [wordingIn('en'), wordingIn('pt-BR')];

/** The sentences about the churn risk of active customers; `change` and `places` are texts of their own, or empty. */
export interface RiskWords {
  nobody: string;
  noneAtRisk(customers: number): string;
  returning(customers: number, returners: number, horizonDays: number, revenue: number): string;
  atRisk(risky: number, customers: number, worth: number, change: string, places: string): string;
  unchanged: string;
  more(change: number): string;
  less(change: number): string;
  places(share: number, names: readonly string[]): string;
}

export const RISK_WORDS: InLanguages<RiskWords> = {
  en: {
    nobody: 'There are no active customers here.',
    noneAtRisk: (customers) => (customers === 1 ? 'The risk is not high.' : 'None of them is at high risk.'),
    returning: (customers, returners, horizonDays, revenue) =>
      customers === 1
        ? `The chance that the only active customer buys again within ${en.count(horizonDays)} days is ` +
          `${en.share(returners)}; ${en.money(revenue)} can be expected.`
        : `Of ${en.count(customers)} active customers, ${en.count(returners)} (${en.share(returners / customers)}) ` +
          `${Math.round(returners) === 1 ? 'is' : 'are'} expected to buy again within ${en.count(horizonDays)} days, ` +
          `for ${en.money(revenue)}.`,
    atRisk: (risky, customers, worth, change, places) =>
      `${en.count(risky)} ${risky === 1 ? 'is' : 'are'} at high risk (${en.share(risky / customers)}), with ` +
      `${en.money(worth)} at stake${change}${places}.`,
    unchanged: ' (as much as a month before)',
    more: (change) => ` (${en.share(change)} more than a month before)`,
    less: (change) => ` (${en.share(change)} less than a month before)`,
    places: (share, names) => `, ${en.share(share)} of it in ${en.list(names)}`,
  },
  'pt-BR': {
    nobody: 'Não há clientes ativos aqui.',
    noneAtRisk: (customers) => (customers === 1 ? 'O risco não é alto.' : 'Nenhum deles está em risco alto.'),
    returning: (customers, returners, horizonDays, revenue) =>
      customers === 1
        ? `A chance de o único cliente ativo comprar de novo em ${pt.count(horizonDays)} dias é de ` +
          `${pt.share(returners)}; espera-se ${pt.money(revenue)}.`
        : `De ${pt.count(customers)} clientes ativos, espera-se que ${pt.count(returners)} ` +
          `(${pt.share(returners / customers)}) ${Math.round(returners) === 1 ? 'compre' : 'comprem'} de novo em ` +
          `${pt.count(horizonDays)} dias, somando ${pt.money(revenue)}.`,
    atRisk: (risky, customers, worth, change, places) =>
      `${pt.count(risky)} ${risky === 1 ? 'está' : 'estão'} em risco alto (${pt.share(risky / customers)}), com ` +
      `${pt.money(worth)} em jogo${change}${places}.`,
    unchanged: ' (igual a um mês antes)',
    more: (change) => ` (${pt.share(change)} a mais que um mês antes)`,
    less: (change) => ` (${pt.share(change)} a menos que um mês antes)`,
    places: (share, names) => `, ${pt.share(share)} disso em ${pt.list(names)}`,
  },
};
