import { DEFAULT_LANGUAGE, type InLanguages, type Language } from '../../../contract';
import type { FeatureSpec } from '../../features/spec';
import { formatted } from '../format';
import type { ReorderTimes } from '../reorder-times';

/** What sentences compare a customer with. */
export interface ReasonContext {
  /** Of the as-of day; absent or empty: recency and frequency are told without comparison. */
  reorderTimes?: readonly ReorderTimes[];
  /** Days that the score looks ahead. */
  horizonDays: number;
  /** Absent: English. */
  language?: Language;
}

/** One feature of one customer. */
export interface Subject {
  spec: FeatureSpec;
  /** Finite. */
  value: number;
  /** The typical customer's; NaN when unknown. */
  typical: number;
  /** The customer's value of another feature; NaN when unknown or when there is no such feature. */
  valueOf(key: string): number;
  context: ReasonContext;
}

/** What is so, and what to compare it with; both without a full stop. */
export interface Fact {
  fact: string;
  comparison?: string;
}

export type Describe = (subject: Subject) => Fact;

interface TypicalWords {
  same: string;
  other(typical: string): string;
}

const TYPICAL: InLanguages<TypicalWords> = {
  en: { same: 'as is typical', other: (typical) => `typical is ${typical}` },
  'pt-BR': { same: 'o que é típico', other: (typical) => `o típico é ${typical}` },
};

/** A fact compared with the typical customer's value. */
export function comparedWithTypical(
  fact: string,
  { spec, value, typical, context: { language = DEFAULT_LANGUAGE } }: Subject,
  format: (value: number) => string = (one) => formatted(one, spec.unit, language),
): Fact {
  if (!Number.isFinite(typical)) return { fact };
  const words = TYPICAL[language];
  if (format(typical) === format(value)) return { fact, comparison: words.same };
  return { fact, comparison: words.other(format(typical)) };
}
