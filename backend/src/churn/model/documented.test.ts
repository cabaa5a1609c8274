import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MODEL_FEATURES } from './derived-features';

const text = readFileSync(join(process.cwd(), '../docs/features.md'), 'utf8');

it('the documentation of the features says what each is called and means, and names no other', () => {
  const rows = [...text.matchAll(/^\| `(\w+)` *\| (.+?) *\| (.+?) *\|$/gm)].map(([, ...cells]) => cells);
  const expected = MODEL_FEATURES.map(({ key, label, description }) => [key, label, description]);
  expect(rows.sort()).toEqual(expected.sort());
});
