import { writtenDay, type InLanguages, type Language, type WarningStep } from '../../contract';
import { BY_ITSELF } from './write';

/** The note of a warning that is resolved by itself, `day` being `YYYY-MM-DD`, as it is kept. */
export const returnNote = (day: string): string => `Bought again on ${day}.`;

const RETURN_NOTE = /^Bought again on (\d{4}-\d{2}-\d{2})\.$/;

const TOLD: InLanguages<(day: string) => string> = {
  en: (day) => `Bought again on ${writtenDay(day, 'en')}.`,
  'pt-BR': (day) => `Comprou de novo em ${writtenDay(day, 'pt-BR')}.`,
};

/** A step with the note that Churnwatch itself wrote in the reader's language; what people wrote stays as it is. */
export function stepIn(language: Language, step: WarningStep): WarningStep {
  const { note, who } = step;
  if (note === null || who !== BY_ITSELF) return step;
  return { ...step, note: note.replace(RETURN_NOTE, (_note, day: string) => TOLD[language](day)) };
}
