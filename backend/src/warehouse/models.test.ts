import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKS, parseChecks } from './checks';
import { META_MODELS, MODELS, parseModel } from './models';

const all = [...MODELS, ...META_MODELS];

test('every SQL file of a model is used, under its own name', () => {
  const files = ['staging', 'marts'].flatMap((folder) => readdirSync(join(__dirname, 'sql', folder)));
  const models = files.filter((file) => !file.endsWith('.tests.sql')).map((file) => file.replace('.sql', ''));
  expect(models.sort()).toEqual(all.map((model) => model.name).sort());
});

test.each(all.map((model) => [model.name, model] as const))('%s says what one row is', (_name, model) => {
  expect(model.grain).toMatch(/^one row/);
  expect(model.sql).toMatch(/^(?:select|with)\b/);
});

test('models need only tables that are made before them, so that one lane is enough', () => {
  const made = new Set<string>(['stg_regular_trade']);
  for (const model of MODELS) {
    expect(model.needs.filter((table) => !table.startsWith('raw_') && !made.has(table))).toEqual([]);
    made.add(model.name);
  }
});

test('every mart of the shop has tests beside it', () => {
  const marts = MODELS.filter((model) => model.stage === 'mart').map((model) => model.name);
  const tested = new Set(CHECKS.flatMap((check) => check.needs));
  expect(marts.filter((mart) => !tested.has(mart))).toEqual([]);
  expect(new Set(CHECKS.map((check) => check.name)).size).toBe(CHECKS.length);
});

test('parseModel reads grain, descriptions, statement and needs', () => {
  const model = parseModel(
    'fct_x',
    'mart',
    '-- grain: one row per x\n-- a: what a is\n-- b_2: what b is\nselect a -- from stg_comment\nfrom raw_x join stg_y\n',
  );
  expect(model).toMatchObject({
    grain: 'one row per x',
    needs: ['raw_x', 'stg_y'],
    sql: 'select a \nfrom raw_x join stg_y',
  });
  expect([...model.descriptions]).toEqual([
    ['a', 'what a is'],
    ['b_2', 'what b is'],
  ]);
});

test('parseChecks reads names and statements', () => {
  expect(parseChecks('-- test: a holds\nselect 1\nfrom fct_a;\n\n-- test: b holds\nselect 2; -- why\n')).toEqual([
    { name: 'a holds', sql: 'select 1\nfrom fct_a', needs: ['fct_a'] },
    { name: 'b holds', sql: 'select 2', needs: [] },
  ]);
});
