import { DEFAULT_LANGUAGE } from '@contract';
import { currentLanguage } from '../../language/current';

/** The query, asking for its texts in the language of the page; one that names a language keeps it. */
export function inReadersLanguage<Query extends object>(query: Query): Query {
  const language = currentLanguage();
  return language === DEFAULT_LANGUAGE ? query : { language, ...query };
}
