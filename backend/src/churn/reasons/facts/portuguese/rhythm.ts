import { formatsIn } from '../../format';
import { comparedWithTypical, type Describe } from '../fact';
import { reorderTimesAfter } from '../reorder-times-after';

const { counted, days, share } = formatsIn('pt-BR');

const ORDINALS = ['um primeiro pedido', 'um segundo pedido', 'um terceiro pedido ou um posterior'];

/** Sentences in Portuguese about when and how often the customer buys. */
export const RHYTHM_FACTS: Record<string, Describe> = {
  recency_days: (subject) => {
    const fact = subject.value < 0.5 ? 'Último pedido no dia da previsão' : `Último pedido há ${days(subject.value)}`;
    const times = reorderTimesAfter(subject.valueOf('frequency'), subject.context);
    if (!times) return comparedWithTypical(fact, subject);
    const after = ORDINALS[times.number - 1] ?? 'um pedido';
    return {
      fact,
      comparison: `metade dos clientes que voltaram depois de ${after} voltou em até ${days(times.median)}`,
    };
  },
  days_since_delivery: (subject) => comparedWithTypical(`Última entrega há ${days(subject.value)}`, subject),
  frequency: ({ value, context }) => {
    const first = context.reorderTimes?.find(({ number }) => number === 1);
    const fact = value <= 1 ? 'Comprou em um único dia' : `Comprou em ${counted(value, 'dia', 'dias')}`;
    if (!first || first.occasions <= 0) return { fact };
    const once = share(1 - first.cameBack / first.occasions);
    return {
      fact,
      comparison: value <= 1 ? `assim como ${once} dos clientes` : `${once} dos clientes compraram só uma vez`,
    };
  },
  same_day_orders: ({ value }) =>
    value < 0.5
      ? { fact: 'Nunca fez dois pedidos no mesmo dia' }
      : { fact: `Fez ${counted(value, 'pedido a mais', 'pedidos a mais')} em dia que já tinha pedido` },
  tenure_days: (subject) => comparedWithTypical(`Primeiro pedido há ${days(subject.value)}`, subject),
  mean_gap_days: ({ value }) => ({ fact: `Costuma levar ${days(value)} entre um pedido e outro` }),
  longest_gap_days: ({ value }) => ({ fact: `No máximo ${days(value)} entre dois pedidos` }),
  gaps_overdue: ({ value }) =>
    value < 1
      ? { fact: 'O intervalo habitual entre pedidos ainda não passou' }
      : { fact: `Em silêncio há ${counted(value, 'vez', 'vezes')} o intervalo habitual entre pedidos` },
  return_chance: ({ value, context }) => ({
    fact: `Só pelo ritmo de compra, a chance de um pedido em até ${days(context.horizonDays)} é de ${share(value)}`,
  }),
};
