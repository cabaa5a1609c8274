import { formatsIn } from '../../format';
import { comparedWithTypical, type Describe } from '../fact';

const { counted, days, stars } = formatsIn('pt-BR');

/** Sentences in Portuguese about what the customer lived through: delivery and reviews. */
export const EXPERIENCE_FACTS: Record<string, Describe> = {
  delay_days: ({ value, typical }) => {
    const fact = `As entregas chegaram em média ${againstPromise(value)}`;
    if (!Number.isFinite(typical)) return { fact };
    if (againstPromise(typical) === againstPromise(value)) return { fact, comparison: 'o que é típico' };
    return { fact, comparison: `as do cliente típico chegaram ${againstPromise(typical)}` };
  },
  delivery_days: (subject) => comparedWithTypical(`A entrega levou ${days(subject.value)} em média`, subject),
  promised_days: (subject) => comparedWithTypical(`A entrega foi prometida em até ${days(subject.value)}`, subject),
  handling_days: (subject) =>
    comparedWithTypical(`O pacote levou ${days(subject.value)} até chegar à transportadora`, subject),
  undelivered_orders: ({ value }) =>
    value < 0.5
      ? { fact: 'Todos os pedidos chegaram' }
      : { fact: `${counted(value, 'pedido ainda não chegou', 'pedidos ainda não chegaram')}` },
  overdue_orders: ({ value }) =>
    value < 0.5
      ? { fact: 'Nenhum pedido está atrasado' }
      : { fact: `${counted(value, 'pedido passou', 'pedidos passaram')} do prazo prometido sem ser entregue` },
  review_score: (subject) => {
    const once = subject.valueOf('frequency') === 1;
    return comparedWithTypical(
      once
        ? `Avaliou o último pedido com ${stars(subject.value)}`
        : `Avalia os pedidos com ${stars(subject.value)} em média`,
      subject,
    );
  },
  worst_review: (subject) => comparedWithTypical(`A pior avaliação foi de ${stars(subject.value)}`, subject),
};

function againstPromise(delay: number): string {
  const whole = Math.round(delay);
  if (whole === 0) return 'no dia prometido';
  return `${days(Math.abs(whole))} ${whole > 0 ? 'depois' : 'antes'} do prazo`;
}
