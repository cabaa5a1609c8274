import { DEFAULT_LANGUAGE, type Language, type WarningStep } from '../../contract';
import { BY_ITSELF } from './write';

/** The note of a warning that is resolved by itself, `day` being `YYYY-MM-DD`; it is kept in English. */
export const returnNote = (day: string): string => `Bought again on ${day}.`;

const RETURN_NOTE = /^Bought again on (\d{4})-(\d{2})-(\d{2})\.$/;

/** A step with the note that Churnwatch itself wrote in the reader's language; what people wrote stays as it is. */
export function stepIn(language: Language, step: WarningStep): WarningStep {
  const { note, who } = step;
  if (language === DEFAULT_LANGUAGE || note === null || who !== BY_ITSELF) return step;
  return { ...step, note: note.replace(RETURN_NOTE, 'Comprou de novo em $3/$2/$1.') };
}
