/**
 * SQL text with its `{placeholders}` filled in and its comments taken out. What is filled in is text of ours: column
 * names from closed lists, conditions, table names; values are bound as parameters, never filled in.
 *
 * @throws Error naming a placeholder that nothing was given for
 */
export function fill(template: string, parts: Readonly<Record<string, string>>): string {
  const code = template.replaceAll(/^\s*--.*\n/gm, '');
  return code.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`Nothing was given for {${name}} in a query.`);
    return part;
  });
}
