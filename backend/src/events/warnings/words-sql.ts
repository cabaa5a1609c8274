import { DEFAULT_LANGUAGE, type Language } from '../../contract';

/**
 * SQL of what a warning says in a language, over the columns of `warnings`: `reasons`, a JSON list of sentences, and
 * `action`. A warning that is older than its language is told in English.
 */
export function wordsSql(language: Language): { reasons: string; action: string } {
  if (language === DEFAULT_LANGUAGE) return { reasons: 'reasons', action: 'action' };
  const own = (key: string): string => `'$."${language}".${key}'`;
  return {
    reasons: `coalesce((words::JSON -> ${own('reasons')})::VARCHAR, reasons)`,
    action: `coalesce(words::JSON ->> ${own('action')}, action)`,
  };
}
