import { LANGUAGES, type Text } from './language';

/** An error that is told to people whose language is not known where it is thrown; its `message` is the English one. */
export class ToldError extends Error {
  override name = 'ToldError';
  /** What is wrong and what to do, in each language. */
  readonly told: Text;

  /** @param text one text alone where only those who write queries and programs ever meet it: English */
  constructor(text: string | Text, options?: ErrorOptions) {
    const told = typeof text === 'string' ? { en: text, 'pt-BR': text } : text;
    super(told.en, options);
    this.told = told;
  }
}

/** What an error tells people, in each language; one that knows nothing of languages says the same in all. */
export function toldBy(error: unknown): Text {
  // One that came from another thread is of no class of ours any more.
  if (error instanceof Error && 'told' in error && isText(error.told)) return error.told;
  const text = error instanceof Error ? error.message : String(error);
  return { en: text, 'pt-BR': text };
}

/** True for something read from elsewhere that says something in each language. */
export function isText(value: unknown): value is Text {
  if (typeof value !== 'object' || value === null) return false;
  const texts: object = value;
  return LANGUAGES.every((language) => typeof Reflect.get(texts, language) === 'string');
}
