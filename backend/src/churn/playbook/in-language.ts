import { DEFAULT_LANGUAGE, type Language } from '../../contract';
import type { LoadedPlaybook } from './load-playbook';
import { PORTUGUESE_ACTIONS } from './portuguese-playbook';

/** The playbook with its actions in the reader's language; a user's own stays as it is written. */
export function playbookIn(language: Language, loaded: LoadedPlaybook): LoadedPlaybook {
  if (language === DEFAULT_LANGUAGE || loaded.file !== undefined) return loaded;
  const rules = loaded.playbook.rules.map((rule) => ({ ...rule, ...PORTUGUESE_ACTIONS[rule.rule] }));
  return { ...loaded, playbook: { ...loaded.playbook, rules } };
}
