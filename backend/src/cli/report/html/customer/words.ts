import type { InLanguages } from '../../../../contract';

/** Figures of recency, frequency and monetary value. */
type Figure = 'recency_days' | 'frequency' | 'monetary';

/** The words of a report about one customer: those of the panel. */
interface Words {
  action: string;
  rule(name: string): string;
  reasons: string;
  /** What the numbers of the reasons are. */
  points: string;
  feature: string;
  customer: string;
  typical: string;
  pointsColumn: string;
  inWords: string;
  averageCustomer: string;
  thisCustomer: string;
  others(count: number): string;
  notKnown: string;
  ofFive(stars: string): string;
  standing: string;
  figure: string;
  figures: Record<Figure, string>;
  ofAll: string;
  ofSegment: string;
  over: string;
  under: string;
  history: string;
  value: string;
  within(days: string): string;
}

export const CUSTOMER_WORDS: InLanguages<Words> = {
  en: {
    action: 'Recommended action',
    rule: (name) => `Playbook rule: ${name}`,
    reasons: 'Why this score',
    points: 'Percentage points that each feature adds to the average churn probability, or takes from it.',
    feature: 'Feature',
    customer: 'Customer',
    typical: 'Typical',
    pointsColumn: 'Points',
    inWords: 'In words',
    averageCustomer: 'Average customer',
    thisCustomer: 'This customer',
    others: (count) => `All ${count} others`,
    notKnown: 'not known',
    ofFive: (stars) => `${stars} of 5`,
    standing: 'Recency, frequency and monetary value',
    figure: 'Figure',
    figures: {
      recency_days: 'Days since the last purchase',
      frequency: 'Days with a purchase',
      monetary: 'Paid so far',
    },
    ofAll: 'Better than, of all',
    ofSegment: 'Better than, of the segment',
    over: 'over 99%',
    under: 'under 1%',
    history: 'Past scores',
    value: 'Value',
    within: (days) => `in ${days}`,
  },
  'pt-BR': {
    action: 'Ação recomendada',
    rule: (name) => `Regra do plano de ação: ${name}`,
    reasons: 'Por que esta nota',
    points: 'Pontos percentuais que cada característica soma à probabilidade média de churn, ou tira dela.',
    feature: 'Característica',
    customer: 'Cliente',
    typical: 'Típico',
    pointsColumn: 'Pontos',
    inWords: 'Em palavras',
    averageCustomer: 'Cliente médio',
    thisCustomer: 'Este cliente',
    others: (count) => `Todas as outras ${count}`,
    notKnown: 'desconhecido',
    ofFive: (stars) => `${stars} de 5`,
    standing: 'Recência, frequência e valor monetário',
    figure: 'Medida',
    figures: { recency_days: 'Dias desde a última compra', frequency: 'Dias com compra', monetary: 'Pago até agora' },
    ofAll: 'Melhor que, de todos',
    ofSegment: 'Melhor que, do segmento',
    over: 'mais de 99%',
    under: 'menos de 1%',
    history: 'Notas passadas',
    value: 'Valor',
    within: (days) => `em ${days}`,
  },
};
