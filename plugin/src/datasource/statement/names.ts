import { KEYWORDS } from './keywords';

const PLAIN = /^[a-z_][a-z0-9_]*$/i;
const RESERVED = new Set(KEYWORDS.flatMap((words) => words.toLowerCase().split(' ')));

/** A name as it is written in a statement: in quotes when it would be read as something else. */
export function writtenName(name: string): string {
  return PLAIN.test(name) && !RESERVED.has(name.toLowerCase()) ? name : `"${name.replaceAll('"', '""')}"`;
}
