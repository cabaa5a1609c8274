import type { RiskBand } from '../churn/bands';

/** The risk bands in Portuguese, each with its meaning. */
export const PORTUGUESE_BANDS: Record<RiskBand, { label: string; meaning: string }> = {
  high: { label: 'Risco alto', meaning: 'Chance de comprar de novo claramente menor que a média' },
  medium: { label: 'Risco médio', meaning: 'Chance de comprar de novo próxima da média' },
  low: { label: 'Risco baixo', meaning: 'Chance de comprar de novo claramente maior que a média' },
};
