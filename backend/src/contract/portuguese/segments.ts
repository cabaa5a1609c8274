import type { Segment } from '../segments';

/** The segments as a Brazilian retention team calls them, each with its meaning. */
export const PORTUGUESE_SEGMENTS: Record<Segment, { name: string; meaning: string }> = {
  Champions: { name: 'Campeões', meaning: 'Compraram há muito pouco tempo e são os que mais compram' },
  Loyal: { name: 'Fiéis', meaning: 'Compram com frequência e compraram nos últimos tempos' },
  'Potential loyalists': { name: 'Potenciais fiéis', meaning: 'Clientes recentes que já voltaram a comprar' },
  New: { name: 'Novos', meaning: 'Fizeram a primeira compra há muito pouco tempo' },
  Promising: { name: 'Promissores', meaning: 'Compraram uma vez, há pouco tempo' },
  'Need attention': { name: 'Precisam de atenção', meaning: 'Na média em recência e em frequência de compra' },
  'About to sleep': { name: 'Quase inativos', meaning: 'Compraram pouco, e não recentemente' },
  'At risk': { name: 'Em risco', meaning: 'Costumavam voltar, mas não compram há muito tempo' },
  'Cannot lose': { name: 'Não podemos perder', meaning: 'Entre os mais frequentes, sem comprar há muito tempo' },
  Hibernating: { name: 'Hibernando', meaning: 'Compraram pouco e há muito tempo' },
  Lost: { name: 'Perdidos', meaning: 'Compraram uma ou duas vezes, há mais tempo que todos' },
};
