import type { InLanguages } from '../../contract';
import { wordingIn } from '../wording';

const [en, pt] = [wordingIn('en'), wordingIn('pt-BR')];

export interface ChangeWords {
  unknown: string;
  incomparable: string;
  unchanged: string;
  versusBefore: string;
  versusPart: string;
  since(day: string): string;
  points(percent: string): string;
  decimal(value: number, decimals: number): string;
}

/** How a figure's change against the period before is said. */
export const CHANGE_WORDS: InLanguages<ChangeWords> = {
  en: {
    unknown: 'not known in this time range',
    incomparable: 'nothing to compare with',
    unchanged: 'unchanged',
    versusBefore: 'vs period before',
    versusPart: 'vs partial period',
    since: (day) => `since ${en.longDay(day)}`,
    points: (percent) => `${percent} points`,
    // A change is compared with others at a glance: no separators of thousands.
    decimal: (value, decimals) => value.toFixed(decimals),
  },
  'pt-BR': {
    unknown: 'desconhecido neste período',
    incomparable: 'sem base de comparação',
    unchanged: 'estável',
    versusBefore: 'vs. período anterior',
    versusPart: 'vs. período parcial',
    since: (day) => `desde ${pt.longDay(day)}`,
    points: (percent) => `${percent} p.p.`,
    decimal: (value, decimals) => value.toFixed(decimals).replace('.', ','),
  },
};
