import type { Frame, FrameType, InLanguages, Narrowing } from '../../contract';
import { noData } from '../../frames';
import { hasFilters } from '../filters';
import { wordingIn } from '../wording';
import type { ForecastContext } from './context';
import { learnedDays } from './learned-days';

interface NothingWords {
  filtered(first: string, last: string): string;
  unfiltered(first: string, last: string): string;
}

const WORDS: InLanguages<NothingWords> = {
  en: {
    filtered: (first, last) =>
      `Nothing that was sold from ${first} to ${last} matches these filters, so there is nothing to forecast from. ` +
      'Choose other filters.',
    unfiltered: (first, last) =>
      `Nothing was sold from ${first} to ${last}, so there is nothing to forecast from. Choose a later as-of date.`,
  },
  'pt-BR': {
    filtered: (first, last) =>
      `Nada do que foi vendido de ${first} a ${last} atende a estes filtros, por isso não há de onde prever. ` +
      'Escolha outros filtros.',
    unfiltered: (first, last) =>
      `Nada foi vendido de ${first} a ${last}, por isso não há de onde prever. Escolha uma data de referência posterior.`,
  },
};

/** No data, with the reason: nothing was sold that a forecast could learn from. */
export function nothingSold(
  name: string,
  type: FrameType,
  narrowing: Narrowing,
  { asOf, generation, language }: Pick<ForecastContext, 'asOf' | 'generation' | 'language'>,
): Frame {
  const { first, last } = learnedDays(asOf, generation);
  const { longDay } = wordingIn(language);
  const say = WORDS[language][hasFilters(narrowing) ? 'filtered' : 'unfiltered'];
  const text = say(longDay(first), longDay(last));
  return { ...noData(name, type), meta: { type, notices: [{ severity: 'warning', text }] } };
}
