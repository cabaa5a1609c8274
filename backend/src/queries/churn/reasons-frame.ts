import { REASON_COLUMNS, type Frame, type InLanguages, type Language } from '../../contract';
import type { Reason } from '../../churn/reasons';
import { tableOf, type CellKind } from './cells';
import { specOf } from './reasons';

const KINDS: Record<(typeof REASON_COLUMNS)[number], CellKind> = {
  feature: 'text',
  label: 'text',
  group: 'text',
  unit: 'text',
  value: 'number',
  typical: 'number',
  contribution: 'number',
  sentence: 'text',
  changeable: 'bool',
  min: 'number',
  max: 'number',
  step: 'number',
};

const AVERAGE: InLanguages<Pick<Reason, 'label' | 'sentence'>> = {
  en: {
    label: 'Average customer',
    sentence: 'Where every score starts: the churn probability of the average customer.',
  },
  'pt-BR': {
    label: 'Cliente médio',
    sentence: 'Onde toda previsão começa: a probabilidade de churn do cliente médio.',
  },
};

/**
 * What adds up to a score: the average customer first, then each feature, the heaviest first. The contributions of all
 * rows add up to the churn probability.
 *
 * @param base churn probability of the average customer
 */
export function reasonsFrame(base: number, reasons: readonly Reason[], language: Language): Frame {
  const average = {
    feature: 'base',
    ...AVERAGE[language],
    group: 'base',
    unit: 'share',
    value: null,
    typical: null,
    contribution: base,
    changeable: false,
    min: null,
    max: null,
    step: null,
  };
  const rows = reasons.map((reason) => {
    const { whatIf } = specOf(reason.feature);
    return {
      ...reason,
      changeable: whatIf !== undefined,
      min: whatIf?.min,
      max: whatIf?.max,
      step: whatIf?.step,
    };
  });
  return tableOf('reasons', REASON_COLUMNS, KINDS, [average, ...rows]);
}
