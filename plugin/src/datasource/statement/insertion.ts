/** A text to be inserted at the cursor, and which part of it is selected then (offsets in the text). */
export interface Insertion {
  text: string;
  select: readonly [start: number, end: number];
}

/**
 * A name as it is inserted between two texts: with a space where it would grow together with what stands there. The first
 * argument of a macro or function is selected, so that the next thing written or clicked takes its place.
 */
export function insertionFor(name: string, before: string, after: string): Insertion {
  const leading = /[\p{L}\p{N}_$)"'\]},]$/u.test(before) ? ' ' : '';
  const trailing = /^[\p{L}\p{N}_$("']/u.test(after) ? ' ' : '';
  const text = `${leading}${name}${trailing}`;
  const [, head, argument] = /^(\$\w+\()([^,)]+)/.exec(name) ?? [];
  if (head === undefined || argument === undefined) return { text, select: [text.length, text.length] };
  const start = leading.length + head.length;
  return { text, select: [start, start + argument.length] };
}
