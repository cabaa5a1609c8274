import type { ForecastModelKey, Text } from '../../contract';

/** The models in words, lower case inside a sentence. */
export const MODEL_LABELS: Record<ForecastModelKey, Text> = {
  profile: { en: 'weekday profile', 'pt-BR': 'perfil dos dias da semana' },
  prophet: { en: 'Prophet', 'pt-BR': 'Prophet' },
  mstl: { en: 'MSTL', 'pt-BR': 'MSTL' },
  ets: { en: 'exponential smoothing', 'pt-BR': 'suavização exponencial' },
  seasonal_naive: { en: 'last week repeated', 'pt-BR': 'semana passada repetida' },
  last_year: { en: 'last year repeated', 'pt-BR': 'ano passado repetido' },
};
