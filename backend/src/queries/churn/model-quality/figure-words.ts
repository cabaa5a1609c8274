import type { InLanguages } from '../../../contract';
import type { DriftRow } from '../../../churn/scoring/scored';
import { count } from '../../wording';

/** What the figures of the model are compared with, in words. */
export interface FigureWords {
  notMeasured: string;
  nothingBeside: string;
  notKnown: string;
  recencyAlone(value: string): string;
  cameBack(customers: number): string;
  level(level: DriftRow['level']): string;
  ofChecks(checks: number): string;
}

const PORTUGUESE_LEVELS: Record<DriftRow['level'], string> = {
  stable: 'estável',
  moderate: 'moderado',
  large: 'grande',
};

export const FIGURE_WORDS: InLanguages<FigureWords> = {
  en: {
    notMeasured: 'not measured',
    nothingBeside: 'nothing to compare with',
    notKnown: 'not known',
    recencyAlone: (value) => `recency alone: ${value}`,
    cameBack: (customers) => `came back: ${count(customers)}`,
    level: (level) => `${level}; large from 0.25`,
    ofChecks: (checks) => `of ${checks} checks`,
  },
  'pt-BR': {
    notMeasured: 'não medido',
    nothingBeside: 'nada com que comparar',
    notKnown: 'não se sabe',
    recencyAlone: (value) => `só pela recência: ${value}`,
    cameBack: (customers) => `voltaram: ${count(customers, 'pt-BR')}`,
    level: (level) => `${PORTUGUESE_LEVELS[level]}; grande a partir de 0,25`,
    ofChecks: (checks) => `de ${checks} verificações`,
  },
};
