import { RELATIONS, type Relation } from './relations';
import { inWaves, type Wave } from './waves';

const relation = (name: string, ...needs: string[]): Relation => ({ name, sql: '', view: false, needs });
const names = (waves: readonly Wave[]): string[][][] =>
  waves.map((wave) => wave.map((line) => line.map(({ name }) => name)));

it('puts what needs nothing of each other into lines of one wave, and what needs both into the next', () => {
  const made = [relation('a'), relation('b'), relation('c', 'a'), relation('d', 'b', 'a'), relation('e', 'd')];
  expect(names(inWaves(made, 2))).toEqual([[['a', 'c'], ['b']], [['d', 'e']]]);
});

it('makes no more lines than are allowed', () => {
  const made = ['a', 'b', 'c', 'd'].map((name) => relation(name));
  expect(names(inWaves(made, 2))).toEqual([
    [
      ['a', 'c'],
      ['b', 'd'],
    ],
  ]);
  expect(names(inWaves(made, 1))).toEqual([[['a', 'b', 'c', 'd']]]);
  expect(inWaves([], 2)).toEqual([]);
});

describe("the lane's tables", () => {
  const tables = RELATIONS.filter(({ view }) => !view);
  const waves = inWaves(tables, 2);

  it('are all made, each once', () => {
    expect(waves.flat(2).map(({ name }) => name)).toHaveLength(tables.length);
    expect(new Set(waves.flat(2))).toEqual(new Set(tables));
  });

  it('come after all that their statements read, in the same line or an earlier wave', () => {
    const made = new Set<string>();
    for (const wave of waves) {
      for (const line of wave) {
        const known = new Set(made);
        for (const { name, needs } of line) {
          expect(needs.filter((need) => !known.has(need))).toEqual([]);
          known.add(name);
        }
      }
      for (const { name } of wave.flat()) made.add(name);
    }
  });

  it('need the tables behind the views that they read, not the tables of the generation under the same names', () => {
    const needsOf = (name: string) => tables.find((table) => table.name === name)?.needs;
    expect(needsOf('part.base_orders')).toEqual(['part.touched']);
    expect(needsOf('part.raw_order_items')).toEqual(['part.base_orders', 'supplement.main.order_items']);
    expect(needsOf('part.base_products')).toEqual(['part.raw_order_items']);
    expect(needsOf('supplement.main.orders')).toEqual(['part.events']);
    expect(needsOf('part.fct_orders')).toContain('part.fct_order_payments');
  });

  it('are not made in one line alone', () => {
    expect(waves.filter((wave) => wave.length === 2).length).toBeGreaterThan(1);
  });
});
