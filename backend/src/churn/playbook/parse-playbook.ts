import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import type { Playbook, PlaybookRule } from './playbook';
import { mapping, PlaybookError } from './reading';
import { readRule } from './read-rule';

export const MOST_BYTES = 64 * 1024;
const MOST_RULES = 200;

/**
 * The playbook in a YAML text, checked.
 *
 * @param file name for messages
 * @throws PlaybookError
 */
export function parsePlaybook(yaml: string, file: string): Playbook {
  if (Buffer.byteLength(yaml) > MOST_BYTES)
    throw new PlaybookError(
      `${file}: the file is larger than ${MOST_BYTES / 1024} KiB; keep to fewer or shorter rules.`,
    );
  const top = mapping(parseYaml(yaml, file), file, ['version', 'rules']);
  if (top.version !== 1) throw new PlaybookError(`${file}, version: there must be "version: 1".`);
  if (!Array.isArray(top.rules) || top.rules.length === 0 || top.rules.length > MOST_RULES)
    throw new PlaybookError(`${file}, rules: there must be a list of 1 to ${MOST_RULES} rules.`);
  const rules = top.rules.map((rule: unknown, i) => readRule(rule, file, i + 1));
  checkOrder(rules, file);
  checkNames(rules, file);
  checkBudget(rules, file);
  return { rules };
}

function parseYaml(yaml: string, file: string): unknown {
  try {
    // Aliases could blow a small file up; the core schema makes nothing but plain data.
    return load(yaml, { schema: CORE_SCHEMA, maxAliases: 0, maxDepth: 20 });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const line = error.mark ? `, line ${error.mark.line + 1}` : '';
    throw new PlaybookError(`${file}${line}: this is no YAML: ${error.reason}.`);
  }
}

/** Only the last rule fits everyone, and it must be there. */
function checkOrder(rules: readonly PlaybookRule[], file: string): void {
  const open = rules.findIndex(({ choices, bounds }) => choices.size + bounds.size === 0);
  const place = `${file}, rule ${open + 1} "${rules[open]?.rule}"`;
  if (open === -1)
    throw new PlaybookError(`${file}, rules: the last rule must have no "when", so that it serves everyone else.`);
  if (open < rules.length - 1)
    throw new PlaybookError(
      `${place}: it has no "when" and fits everyone, so that no rule after it is read; move it last.`,
    );
}

function checkNames(rules: readonly PlaybookRule[], file: string): void {
  const names = rules.map(({ rule }) => rule);
  const twice = names.findIndex((name, i) => names.indexOf(name) < i);
  if (twice >= 0)
    throw new PlaybookError(
      `${file}, rule ${twice + 1} "${names[twice]}", rule: rule ${names.indexOf(names[twice]!) + 1} has the same name; ` +
        'each needs its own.',
    );
}

function checkBudget(rules: readonly PlaybookRule[], file: string): void {
  const sum = rules.reduce((total, { budgetShare = 0 }) => total + budgetShare, 0);
  if (sum > 1 + 1e-9)
    throw new PlaybookError(
      `${file}, action.budget_share: the shares of all rules add up to ${sum.toFixed(2)}; they may add up to 1 at most.`,
    );
}
