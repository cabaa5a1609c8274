import type { InLanguages } from '../../contract';
import { wordingIn } from '../wording';

const [en, pt] = [wordingIn('en'), wordingIn('pt-BR')];

/** The sentences about sales; `change` is a text of its own, empty where there is nothing to compare with. */
export interface SalesWords {
  nothing: string;
  revenue(amount: number, purchases: number, customers: number, change: string): string;
  churned(asOf: string, share: number, customers: number, days: number, change: string): string;
  place(name: string, share: number): string;
}

const aside = (change: string): string => (change === '' ? '' : ` (${change})`);

export const SALES_WORDS: InLanguages<SalesWords> = {
  en: {
    nothing: 'There were no purchases in this time range.',
    revenue: (amount, purchases, customers, change) =>
      `${en.money(amount)} of revenue from ${en.count(purchases)} ${purchases === 1 ? 'purchase' : 'purchases'} by ${en.count(customers)} ` +
      `${customers === 1 ? 'customer' : 'customers'}${aside(change)}.`,
    churned: (asOf, share, customers, days, change) =>
      customers === 1
        ? `As of ${en.longDay(asOf)}, the only customer has bought ${share > 0 ? 'nothing for' : 'within the last'} ${days} days.`
        : `As of ${en.longDay(asOf)}, ${en.share(share)} of ${en.count(customers)} customers have bought nothing ` +
          `for ${days} days${aside(change)}.`,
    place: (name, share) => `${name} brings ${en.share(share)} of the revenue.`,
  },
  'pt-BR': {
    nothing: 'Não houve compras neste período.',
    revenue: (amount, purchases, customers, change) =>
      `${pt.money(amount)} de receita em ${pt.count(purchases)} ${purchases === 1 ? 'compra' : 'compras'} de ` +
      `${pt.count(customers)} ${customers === 1 ? 'cliente' : 'clientes'}${aside(change)}.`,
    churned: (asOf, share, customers, days, change) =>
      customers === 1
        ? `Em ${pt.longDay(asOf)}, o único cliente ${share > 0 ? `estava há ${days} dias ou mais sem comprar` : `tinha comprado nos últimos ${days} dias`}.`
        : `Em ${pt.longDay(asOf)}, ${pt.share(share)} de ${pt.count(customers)} clientes estavam há ${days} dias ou mais ` +
          `sem comprar${aside(change)}.`,
    place: (name, share) => `${name} responde por ${pt.share(share)} da receita.`,
  },
};
