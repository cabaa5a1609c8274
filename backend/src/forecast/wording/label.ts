import type { InLanguages, Language, Text } from '../../contract';
import type { Candidate } from '../choice/candidates';
import { labelOfModel } from '../models';

const MEAN: InLanguages<(first: string, last: string) => string> = {
  en: (first, last) => `mean of ${first} and ${last}`,
  'pt-BR': (first, last) => `média de ${first} e ${last}`,
};

/** A candidate in words, as inside a sentence: "weekday profile", "mean of weekday profile and Prophet". */
export function labelOfCandidate(candidate: Candidate): Text {
  return { en: labelIn('en', candidate), 'pt-BR': labelIn('pt-BR', candidate) };
}

function labelIn(language: Language, candidate: Candidate): string {
  const labels = candidate.map((model) => labelOfModel(model)[language]);
  const last = labels.at(-1) ?? '';
  return labels.length === 1 ? last : MEAN[language](labels.slice(0, -1).join(', '), last);
}
