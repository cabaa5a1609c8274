import { DEFAULT_LANGUAGE, languageFor, type InLanguages, type Language } from '@contract';

const LOCALES: InLanguages<string> = { en: 'en-US', 'pt-BR': 'pt-BR' };

let current: Language = DEFAULT_LANGUAGE;

/** The language in which this page speaks to its reader: English until it is known. */
export function currentLanguage(): Language {
  return current;
}

/** The locale by which `Intl` writes numbers and dates in that language. */
export function currentLocale(): string {
  return LOCALES[current];
}

/** Lets this page speak the language that fits a reader's, such as `pt-BR` or `de-DE`. */
export function setCurrentLanguage(tag: string): Language {
  current = languageFor(tag);
  return current;
}
