/** How Grafana writes a variable: `$name`, `${name}`, `${name.field:format}` or `[[name:format]]`. */
const VARIABLE = /\$(\w+)|\$\{(\w+)(?:\.[^:}]+)?(?::[^}]+)?\}|\[\[(\w+)(?::\w+)?\]\]/g;
const ALL = ['$__all', 'All'];
const MARK = '\u0000';

/** What Grafana tells about a variable beside its value. */
export interface VariableTraits {
  multi?: boolean;
  includeAll?: boolean;
}

/** What interpolation needs to know of the dashboard. */
export interface VariableSource {
  /**
   * The text with its variables replaced by what `format` makes of their values; unknown variables stay. A variable that is
   * written with a format of its own, `${name:csv}`, follows that one.
   */
  replace(text: string, format: (value: unknown, variable?: VariableTraits) => string): string;
  /** True when the variable stands for everything. */
  isAll(name: string): boolean;
}

/** True when the text holds a variable. */
export function hasVariable(text: string): boolean {
  return text.search(VARIABLE) >= 0;
}

/** The names of the variables in a text. */
export function variableNames(text: string): string[] {
  return [...text.matchAll(VARIABLE)].flatMap(([, plain, braced, bracketed]) => plain ?? braced ?? bracketed ?? []);
}

/**
 * The texts that one text stands for: itself without variables, one for each value of a multi-value variable, none for a
 * variable without a value; null when it stands for everything.
 */
export function expandText(text: string, source: VariableSource): string[] | null {
  if (!hasVariable(text)) return ALL.includes(text) ? null : [text];
  if (variableNames(text).some((name) => source.isAll(name))) return null;
  const values: string[][] = [];
  const marked = source.replace(text, (value) => {
    values.push(toList(value));
    return `${MARK}${values.length - 1}${MARK}`;
  });
  const texts = combine(marked.split(MARK), values);
  return texts.some((one) => ALL.includes(one)) ? null : texts.filter((one) => one !== '');
}

/** The texts that a list stands for, each once; none, which filters nothing, when any entry stands for everything. */
export function expandList(list: readonly string[], source: VariableSource): string[] {
  const expanded = list.map((text) => expandText(text, source));
  return expanded.includes(null) ? [] : [...new Set(expanded.flatMap((texts) => texts ?? []))];
}

/** Every text that arises when each odd part, the number of a variable, is replaced by each of its values. */
function combine(parts: readonly string[], values: readonly string[][]): string[] {
  return parts.reduce<string[]>(
    (texts, part, index) => {
      const choices = index % 2 === 0 ? [part] : (values[Number(part)] ?? []);
      return texts.flatMap((text) => choices.map((choice) => text + choice));
    },
    [''],
  );
}

function toList(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((one) => one !== undefined && one !== null).map(String);
}
