const ACTION = /\{\{-?\s*(\/\*[\s\S]*?\*\/|[\s\S]*?)\s*-?\}\}/g;
const OPENS = /^(if|with|range|define|block)\b/;

/** What stands first in an action or in parentheses, and after a pipe: a keyword or a function. */
const CALLED = /(?:^|[(|]|\b(?:if|with)\s)\s*([a-zA-Z]\w*)/g;
const KEYWORDS = ['if', 'with', 'range', 'define', 'else', 'end', 'template', 'block'];
const BUILT_IN = ['eq', 'ne', 'lt', 'gt', 'le', 'ge', 'not', 'and', 'or', 'len', 'printf', 'index'];

/** The actions of a Go template, without their braces and without comments. */
export const actionsOf = (template: string): string[] =>
  [...template.matchAll(ACTION)].map(([, action = '']) => action).filter((action) => !action.startsWith('/*'));

/**
 * What is wrong with a Go template as far as it can be seen without Go: braces, blocks that do not end, functions that are not
 * known.
 */
export function problemsOf(template: string, functions: readonly string[] = []): string[] {
  const problems: string[] = [];
  const actions = actionsOf(template);
  if (/\{\{|\}\}/.test(template.replace(ACTION, ''))) problems.push('braces without their partners');
  let open = 0;
  for (const action of actions) {
    if (OPENS.test(action)) open++;
    if (action === 'end') open--;
    if (open < 0) problems.push('an end without a beginning');
    const called = [...action.replaceAll(/"[^"]*"/g, '""').matchAll(CALLED)].map(([, name = '']) => name);
    const known = [...KEYWORDS, ...BUILT_IN, ...functions];
    problems.push(...called.filter((name) => !known.includes(name)).map((name) => `no function ${name}`));
  }
  if (open > 0) problems.push('a block without its end');
  return problems;
}

/** Names such as `$values.share`, by what stands before the dot. */
export const namesAfter = (variable: string, template: string): string[] =>
  actionsOf(template).flatMap((action) =>
    [...action.matchAll(new RegExp(`\\$${variable}\\.(\\w+)`, 'g'))].map(([, name = '']) => name),
  );
