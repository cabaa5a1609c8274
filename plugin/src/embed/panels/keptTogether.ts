const NO_BREAK_SPACE = '\u00a0';

/** A text whose lines do not end between a number and its unit: `R$ 15.74M`, `R$ 92,9 mil`. */
export function keptTogether(text: string): string {
  return text.replace(/(?<=R\$) (?=\d)|(?<=\d) (?=(?:mil|mi)\b)/g, NO_BREAK_SPACE);
}
