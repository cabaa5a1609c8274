import type { Relation } from './relations';

/** Relations in lines: those of one line need none of another, and each comes after those that it needs. */
export type Wave = readonly (readonly Relation[])[];

/**
 * Divides relations into waves, one after the other, of lines that can be made beside each other.
 *
 * @param relations in an order in which they can be made
 * @param lines at most so many in a wave
 */
export function inWaves(relations: readonly Relation[], lines: number): Wave[] {
  const waves: Wave[] = [];
  const made = new Set<string>();
  let rest = relations;
  while (rest.length > 0) {
    const wave = nextWave(rest, made, lines);
    const placed = new Set(wave.flat());
    for (const { name } of placed) made.add(name);
    rest = rest.filter((relation) => !placed.has(relation));
    waves.push(wave.filter((line) => line.length > 0));
  }
  return waves;
}

function nextWave(rest: readonly Relation[], made: ReadonlySet<string>, lines: number): Relation[][] {
  const wave: Relation[][] = Array.from({ length: lines }, () => []);
  const lineOf = new Map<string, number>();
  let begun = 0;
  for (const relation of rest) {
    const behind = new Set(relation.needs.filter((name) => !made.has(name)).map((name) => lineOf.get(name)));
    // What needs more than one line, or what comes later itself, comes later.
    if (behind.size > 1 || behind.has(undefined)) continue;
    const [line = begun++ % lines] = behind;
    lineOf.set(relation.name, line!);
    wave[line!]!.push(relation);
  }
  return wave;
}
