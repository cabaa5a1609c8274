import { DEFAULT_LANGUAGE, type InLanguages, type Language } from '../../contract';
import type { FeatureGroup } from '../features/spec';
import type { Reason } from './reasons';

/** Reasons that belong together: contributions add up, so that a group's is the sum of its features'. */
export interface ReasonGroup {
  group: FeatureGroup;
  label: string;
  contribution: number;
  /** The heaviest first. */
  reasons: readonly Reason[];
  /** What speaks for the group: the heaviest of its reasons that pull the way of the group. */
  main: Reason;
}

const LABELS: InLanguages<Record<FeatureGroup, string>> = {
  en: {
    recency: 'Time since the last order',
    frequency: 'Number of orders',
    monetary: 'Spending',
    rhythm: 'Buying rhythm',
    basket: 'What was bought',
    payment: 'Payment',
    experience: 'Delivery and reviews',
    contact: 'Contact with the shop',
    place: 'Place',
    season: 'Time of ordering',
  },
  'pt-BR': {
    recency: 'Tempo desde o último pedido',
    frequency: 'Número de pedidos',
    monetary: 'Gastos',
    rhythm: 'Ritmo de compra',
    basket: 'O que foi comprado',
    payment: 'Pagamento',
    experience: 'Entrega e avaliações',
    contact: 'Contato com a loja',
    place: 'Local',
    season: 'Momento do pedido',
  },
};

/** The groups of `reasons`, the heaviest first; no reasons, no groups. */
export function groupReasons(reasons: readonly Reason[], language: Language = DEFAULT_LANGUAGE): ReasonGroup[] {
  const byGroup = new Map<FeatureGroup, Reason[]>();
  for (const reason of reasons) byGroup.set(reason.group, [...(byGroup.get(reason.group) ?? []), reason]);
  return [...byGroup]
    .map(([group, members]): ReasonGroup => {
      const sorted = [...members].sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
      const contribution = sorted.reduce((sum, reason) => sum + reason.contribution, 0);
      const main = sorted.find((reason) => reason.contribution * contribution > 0) ?? sorted[0]!;
      return { group, label: LABELS[language][group], contribution, reasons: sorted, main };
    })
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
}
