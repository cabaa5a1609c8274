import type { ParameterSpec } from './parameter-specs';

/** The languages in which texts are written for people. */
export const LANGUAGES = ['en', 'pt-BR'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language of texts for those who name none: alert rules, and programs. */
export const DEFAULT_LANGUAGE: Language = 'en';

/** The same texts in each language; the compiler asks for all of them. */
export type InLanguages<Texts> = Record<Language, Texts>;

/** One text in each language, where it is made before its reader is known. */
export type Text = InLanguages<string>;

/** The language that fits a reader's, such as `pt-PT` or `en-US`: Portuguese, or else English. */
export function languageFor(tag: string | undefined): Language {
  return tag !== undefined && /^pt\b/i.test(tag) ? 'pt-BR' : DEFAULT_LANGUAGE;
}

/** The language that the body of a query names, of which nothing else need be known. */
export function languageNamedIn(body: unknown): Language {
  if (typeof body !== 'object' || body === null || !('language' in body)) return DEFAULT_LANGUAGE;
  return LANGUAGES.find((language) => language === body.language) ?? DEFAULT_LANGUAGE;
}

/** The names of the languages, each in itself. */
const NAMES: InLanguages<string> = { en: 'English', 'pt-BR': 'Português (Brasil)' };

/** The parameter `language`, which every kind takes: values and names of fields stay the same in every language. */
export const LANGUAGE_PARAMETER: ParameterSpec = {
  name: 'language',
  label: 'Language',
  help: 'Language of sentences and display names; set from the reader’s own. Empty: English.',
  type: 'choice',
  choices: LANGUAGES.map((value) => ({ value, label: NAMES[value] })),
};
