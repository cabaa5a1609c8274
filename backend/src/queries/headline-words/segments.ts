import { segmentName, type InLanguages } from '../../contract';
import { wordingIn } from '../wording';

const [en, pt] = [wordingIn('en'), wordingIn('pt-BR')];

/** The sentences about movement between segments and about newcomers. */
export interface SegmentWords {
  nobody: string;
  moves(days: number, asOf: string, worse: number, better: number, fresh: number): string;
  slipped(from: string, to: string, customers: number): string;
  newcomers(back: number, latest: number): string;
}

export const SEGMENT_WORDS: InLanguages<SegmentWords> = {
  en: {
    nobody: 'There are no customers here.',
    moves: (days, asOf, worse, better, fresh) =>
      `In the ${days} days to ${en.longDay(asOf)}, ${en.count(worse)} ${worse === 1 ? 'customer' : 'customers'} slipped to a ` +
      `worse segment, ${en.count(better)} rose to a better one and ${en.count(fresh)} came as ` +
      `${fresh === 1 ? 'a new customer' : 'new customers'}.`,
    slipped: (from, to, customers) => `Most slipped from “${from}” to “${to}”: ${en.count(customers)}.`,
    newcomers: (back, latest) =>
      `${en.share(back)} of newcomers buy again in the month after their first (the latest: ${en.share(latest)}).`,
  },
  'pt-BR': {
    nobody: 'Não há clientes aqui.',
    moves: (days, asOf, worse, better, fresh) =>
      `Nos ${days} dias até ${pt.longDay(asOf)}, ${pt.count(worse)} ${worse === 1 ? 'cliente caiu' : 'clientes caíram'} para ` +
      `um segmento pior, ${pt.count(better)} ${better === 1 ? 'subiu' : 'subiram'} para um melhor e ${pt.count(fresh)} ` +
      `${fresh === 1 ? 'chegou como novo cliente' : 'chegaram como novos clientes'}.`,
    slipped: (from, to, customers) =>
      `A maior queda foi de “${segmentName(from, 'pt-BR')}” para “${segmentName(to, 'pt-BR')}”: ${pt.count(customers)}.`,
    newcomers: (back, latest) =>
      `${pt.share(back)} dos novos clientes compram de novo no mês seguinte ao da primeira compra ` +
      `(os mais recentes: ${pt.share(latest)}).`,
  },
};
