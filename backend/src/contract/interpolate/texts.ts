/** Finds what a variable stands for, already formatted; undefined leaves it in the text as it is. */
export type Lookup = (name: string, path: string | undefined, format: string | undefined) => string | undefined;

/** Grafana's three spellings: `$name`, `[[name:format]]`, `${name.path:format}`. */
const VARIABLE = /\$(\w+)|\[\[(\w+?)(?::(\w+))?\]\]|\$\{(\w+)(?:\.([^:^}]+))?(?::([^}]+))?\}/g;

/** The text with each variable replaced that `lookup` knows. */
export function interpolateText(text: string, lookup: Lookup): string {
  if (!text.includes('$') && !text.includes('[[')) return text;
  return text.replace(
    VARIABLE,
    (
      match: string,
      plain?: string,
      square?: string,
      squareFormat?: string,
      braced?: string,
      path?: string,
      format?: string,
    ) => lookup(plain ?? square ?? braced ?? '', path, format ?? squareFormat) ?? match,
  );
}
