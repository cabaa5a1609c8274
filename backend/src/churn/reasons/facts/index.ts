import { DEFAULT_LANGUAGE, type InLanguages } from '../../../contract';
import { formatted } from '../format';
import { ENGAGEMENT_FACTS } from './engagement';
import { EXPERIENCE_FACTS } from './experience';
import { comparedWithTypical, type Describe, type Fact, type Subject } from './fact';
import { PORTUGUESE_FACTS } from './portuguese';
import { PURCHASE_FACTS } from './purchase';
import { RHYTHM_FACTS } from './rhythm';
import { NOT_KNOWN, UNKNOWN } from './unknown';

export type { Fact, ReasonContext, Subject } from './fact';

const FACTS: InLanguages<ReadonlyMap<string, Describe>> = {
  en: new Map(Object.entries({ ...RHYTHM_FACTS, ...PURCHASE_FACTS, ...EXPERIENCE_FACTS, ...ENGAGEMENT_FACTS })),
  'pt-BR': new Map(Object.entries(PORTUGUESE_FACTS)),
};

/** The fact about one feature in plain words: its own sentence, or label and value for features that have none. */
export function factOf(subject: Subject): Fact {
  const { spec, value } = subject;
  const { language = DEFAULT_LANGUAGE } = subject.context;
  if (!Number.isFinite(value)) {
    return { fact: UNKNOWN[language].get(spec.key) ?? `${spec.label}: ${NOT_KNOWN[language]}` };
  }
  const describe = FACTS[language].get(spec.key) ?? generic;
  return describe(subject);
}

function generic(subject: Subject): Fact {
  const { spec, value, context } = subject;
  return comparedWithTypical(`${spec.label}: ${formatted(value, spec.unit, context.language)}`, subject);
}
